/** Tells whether a pattern matches a whole text, in time proportional to the length of the text. */
export type LinearPattern = (text: string) => boolean;

/** A pattern that cannot be used, and why. */
export class PatternError extends Error {}

/** One step of the machine: take a character, go on at other steps without one, or stand at an end of the text. */
type Step =
  | { readonly is: 'character'; readonly fits: (character: string) => boolean; readonly next: number }
  | { readonly is: 'branch'; readonly next: readonly number[] }
  | { readonly is: 'start' | 'end'; readonly next: number }
  | { readonly is: 'match' };

/** A piece of the machine is made from its end: it is told where to go on, and tells where it begins. */
type Piece = (next: number) => number;

const MOST_STEPS = 5_000;
const MOST_REPEATS = 1_000;

/**
 * Reads a regular expression of the RE2 syntax: characters, `.`, classes, escapes, groups, alternatives, repetitions and
 * anchors. Flags, names of groups, Unicode classes, boundaries of words and back references are not known. Texts are matched
 * by following all ways at once, so that no pattern and no text makes it slow.
 * @throws PatternError saying what is wrong with the pattern.
 */
export function linearPattern(pattern: string): LinearPattern {
  const steps: Step[] = [{ is: 'match' }];
  const start = readPattern(pattern, steps)(0);
  return (text) => matches(steps, start, text);
}

function matches(steps: readonly Step[], start: number, text: string): boolean {
  const characters = Array.from(text);
  let current = new Set<number>();
  follow(steps, start, current, true, characters.length === 0);
  for (const [index, character] of characters.entries()) {
    const following = new Set<number>();
    for (const at of current) {
      const step = steps[at];
      if (step?.is !== 'character' || !step.fits(character)) continue;
      follow(steps, step.next, following, false, index === characters.length - 1);
    }
    current = following;
  }
  return current.has(0);
}

/** Adds a step and all that it leads to without a character. */
function follow(steps: readonly Step[], from: number, reached: Set<number>, isStart: boolean, isEnd: boolean): void {
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = steps[at];
    if (step?.is === 'branch') open.push(...step.next);
    else if ((step?.is === 'start' && isStart) || (step?.is === 'end' && isEnd)) open.push(step.next);
  }
}

/** Reads the whole pattern by recursive descent. */
function readPattern(pattern: string, steps: Step[]): Piece {
  const characters = Array.from(pattern);
  let position = 0;
  let depth = 0;

  function add(step: Step): number {
    if (steps.length >= MOST_STEPS) throw new PatternError('it is too large');
    return steps.push(step) - 1;
  }

  function take(expected: string): boolean {
    if (characters[position] !== expected) return false;
    position += 1;
    return true;
  }

  function alternatives(): Piece {
    const pieces = [sequence()];
    while (take('|')) pieces.push(sequence());
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined) return only;
    return (next) => add({ is: 'branch', next: pieces.map((piece) => piece(next)) });
  }

  function sequence(): Piece {
    const pieces: Piece[] = [];
    while (position < characters.length && characters[position] !== '|' && characters[position] !== ')') {
      pieces.push(repeated(atom()));
    }
    return (next) => pieces.reduceRight((after, piece) => piece(after), next);
  }

  function atom(): Piece {
    const character = characters[position] ?? '';
    position += 1;
    if (character === '(') return group();
    if (character === '[') return one(characterClass());
    if (character === '.') return one((other) => other !== '\n');
    if (character === '^') return (next) => add({ is: 'start', next });
    if (character === '$') return (next) => add({ is: 'end', next });
    if (character === '\\') return one(escaped());
    if ('*+?{'.includes(character)) throw new PatternError(`nothing stands before ${character}`);
    return one((other) => other === character);
  }

  function one(fits: (character: string) => boolean): Piece {
    return (next) => add({ is: 'character', fits, next });
  }

  function group(): Piece {
    depth += 1;
    if (depth > 100) throw new PatternError('its groups are too deep');
    if (take('?') && !take(':')) throw new PatternError('groups with (? are not known, but for (?:');
    const piece = alternatives();
    if (!take(')')) throw new PatternError('a group is not closed');
    depth -= 1;
    return piece;
  }

  function repeated(piece: Piece): Piece {
    const counts = repetition();
    if (counts === undefined) return piece;
    // A lazy repetition matches the same whole texts.
    take('?');
    if (repetition() !== undefined) throw new PatternError('a repetition is repeated');
    const [least, most] = counts;
    return (next) => {
      let start = most === undefined ? loop(piece, next) : next;
      for (let count = least; count < (most ?? least); count += 1) {
        start = add({ is: 'branch', next: [piece(start), next] });
      }
      for (let count = 0; count < least; count += 1) start = piece(start);
      return start;
    };
  }

  function loop(piece: Piece, next: number): number {
    const targets: number[] = [next];
    const start = add({ is: 'branch', next: targets });
    targets.push(piece(start));
    return start;
  }

  /** How often what stands before is repeated; undefined if no repetition follows. */
  function repetition(): readonly [least: number, most: number | undefined] | undefined {
    if (take('*')) return [0, undefined];
    if (take('+')) return [1, undefined];
    if (take('?')) return [0, 1];
    const braces = /^\{(\d{1,6})(,?)(\d{0,6})\}/.exec(characters.slice(position, position + 20).join(''));
    if (braces === null) return undefined;
    position += braces[0].length;
    const least = Number(braces[1]);
    const most = braces[2] === '' ? least : braces[3] === '' ? undefined : Number(braces[3]);
    if (Math.max(least, most ?? 0) > MOST_REPEATS) throw new PatternError('it repeats too often');
    if (most !== undefined && most < least) throw new PatternError('a repetition ends before it begins');
    return [least, most];
  }

  function escaped(): (character: string) => boolean {
    const character = characters[position] ?? '';
    position += 1;
    const set = ESCAPED_SETS.get(character.toLowerCase());
    if (set !== undefined) {
      const isNegated = character !== character.toLowerCase();
      return (other) => set.test(other) !== isNegated;
    }
    const control = CONTROLS.get(character);
    if (control !== undefined) return (other) => other === control;
    if (character === '' || /^[A-Za-z0-9]$/.test(character)) {
      throw new PatternError(`the escape \\${character} is not known`);
    }
    return (other) => other === character;
  }

  function characterClass(): (character: string) => boolean {
    const isNegated = take('^');
    const parts: ((character: string) => boolean)[] = [];
    for (let isFirst = true; isFirst || characters[position] !== ']'; isFirst = false) {
      if (position >= characters.length) throw new PatternError('a class is not closed');
      parts.push(classPart());
    }
    position += 1;
    return (character) => parts.some((fits) => fits(character)) !== isNegated;
  }

  function classPart(): (character: string) => boolean {
    const from = characters[position] ?? '';
    position += 1;
    if (from === '[' && characters[position] === ':') throw new PatternError('named classes are not known');
    if (from === '\\') return escaped();
    const to = characters[position + 1];
    if (characters[position] !== '-' || to === undefined || to === ']') return (other) => other === from;
    if (to === '\\' || to < from) throw new PatternError('a range of a class is not understood');
    position += 2;
    return (other) => other >= from && other <= to;
  }

  const whole = alternatives();
  if (position < characters.length) throw new PatternError('a group is closed that was not opened');
  return whole;
}

const ESCAPED_SETS: ReadonlyMap<string, RegExp> = new Map([
  ['d', /^[0-9]$/],
  ['w', /^[0-9A-Za-z_]$/],
  ['s', /^[\t\n\f\r ]$/],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
]);
