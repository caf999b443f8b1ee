import type { Random } from '../../bench/random.ts';

/** Changes a text in one way; `other` is a text to take pieces from. */
type Mutation = (text: string, random: Random, other: string) => string;

const LONGEST = 20_000;

/** Damages a text in one to a few ways. Equal random streams make equal damage. */
export function mutate(text: string, random: Random, other: string): string {
  let mutated = text;
  const isGentle = random.chance(0.75);
  do {
    const mutations = isGentle && random.chance(0.95) ? GENTLE_MUTATIONS : MUTATIONS;
    mutated = random.pick(mutations)(mutated, random, other).slice(0, LONGEST);
  } while (random.chance(0.4));
  return mutated;
}

/** Pieces that mean something to a reader, with broken bars between them. */
const INDICATORS = [
  `- ¦? ¦: ¦, ¦[¦]¦{¦}¦#¦ # ¦&¦*¦!¦|¦>¦'¦"¦%¦@¦\`¦\\¦---\n¦...\n¦\n--- ¦<<: ¦|-\n¦>+2\n¦&a ¦*a¦&a [¦!!str ¦!<x> ¦<<: *a\n`,
  '%YAML 1.1\n¦\t¦\n¦\r¦\r\n¦\n\n¦  ¦\u0085¦\u2028¦\u2029¦\u00a0¦\uFEFF¦{{ .Values.x }}¦${X}',
  ' # seawall:ignore host-pid why¦\n# seawall:ignore privileged-container\n¦until 2027-02-30',
].flatMap((pieces) => pieces.split('¦'));
const VALUES = [
  'null¦~¦""¦{}¦[]¦true¦no¦0¦-1¦1.5¦08¦0x¦1_000¦.inf¦.nan¦-.5¦1e999¦9223372036854775807¦-9223372036854775809¦1e308¦0b1¦-0',
  `[[]]¦[null]¦[{}]¦{a: }¦{name: }¦[1, "a", {b: c}]¦{<<: {a: b}}¦"\\0"¦"\\uD83D\\uDE00"¦''¦*a¦&a x¦!!int 1¦!!binary aGk=`,
  `| \n  x¦Secret¦List¦v1¦apps/v1¦Always¦windows¦/¦..¦host¦default¦kube-system¦*¦${'9'.repeat(400)}`,
].flatMap((values) => values.split('¦'));
const KEYS = [
  '__proto__¦constructor¦toString¦hasOwnProperty¦<<¦""¦on¦1¦~¦? a\n¦name¦kind¦items¦spec¦env¦metadata¦annotations',
  'securityContext¦containers¦initContainers¦volumes¦data¦value¦template¦subjects¦rules¦hostPath¦privileged¦namespace',
].flatMap((keys) => keys.split('¦'));

const VALUE = /(?<=[:-] )[^\n\r]+/g;
const KEY = /[\w./-]+(?=:)/g;

function replaceValue(text: string, random: Random): string {
  return replacedMatch(text, random, VALUE, random.pick(VALUES));
}

function replaceKey(text: string, random: Random): string {
  return replacedMatch(text, random, KEY, random.pick(KEYS));
}

/** Gives a value an anchor, and puts an alias of it in the place of a later one. */
function shareValue(text: string, random: Random): string {
  const anchored = replacedMatch(
    text,
    random,
    /(?<=[:-] )(?=\S)|(?<=:)(?=\n +\S)/g,
    random.pick([' &a ', ' &a !!str ', '&a ']),
  );
  const from = anchored.indexOf('&a ') + 3;
  const alias = random.pick(['*a', '*a', '[*a, *a]', '{<<: *a}', '{<<: [*a, *a], x: 1}', '{k: *a}']);
  return anchored.slice(0, from) + replacedMatch(anchored.slice(from), random, VALUE, alias);
}

/** Mutations that leave most texts readable, so that what they change is judged. */
const GENTLE_MUTATIONS: readonly Mutation[] = [
  replaceValue,
  replaceValue,
  replaceValue,
  replaceKey,
  replaceKey,
  shareValue,
  shareValue,
  function duplicateLine(text, random) {
    return changedLines(text, (lines) => {
      const from = random.integer(0, lines.length - 1);
      lines.splice(from, 0, lines[from] ?? '');
    });
  },
  function deleteLine(text, random) {
    return changedLines(text, (lines) => void lines.splice(random.integer(0, lines.length - 1), 1));
  },
];

const MUTATIONS: readonly Mutation[] = [
  ...GENTLE_MUTATIONS,
  function swapLines(text, random) {
    return changedLines(text, (lines) => {
      const one = random.integer(0, lines.length - 1);
      const two = random.integer(0, lines.length - 1);
      [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
    });
  },
  function flipBits(text, random) {
    const at = random.integer(0, Math.max(text.length - 1, 0));
    const flipped = text.charCodeAt(at) ^ (1 << random.integer(0, random.chance(0.2) ? 15 : 6));
    return text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1);
  },
  function insertCharacter(text, random) {
    const code = random.pick([random.integer(0, 31), random.integer(127, 159), random.integer(0xd800, 0xdfff), 0xfffe]);
    return insertedAt(text, random, String.fromCharCode(code));
  },
  (text, random) => insertedAt(text, random, random.pick(INDICATORS)),
  (text, random) => insertedAt(text, random, random.pick(INDICATORS)),
  function deleteRange(text, random) {
    const [from, to] = range(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  function duplicateRange(text, random) {
    const [from, to] = range(text, random);
    return text.slice(0, to) + text.slice(from, to).repeat(random.pick([1, 1, 2, 20])) + text.slice(to);
  },
  function truncate(text, random) {
    return random.chance(0.3) ? text.slice(0, random.integer(0, text.length)) : text;
  },
  function indent(text, random) {
    return changedLines(text, (lines) => {
      const first = random.integer(0, lines.length - 1);
      const last = Math.min(first + random.integer(0, 4), lines.length - 1);
      const spaces = random.integer(-3, 3);
      for (let line = first; line <= last; line += 1) {
        const content = lines[line] ?? '';
        lines[line] = spaces > 0 ? ' '.repeat(spaces) + content : content.replace(new RegExp(`^ {0,${-spaces}}`), '');
      }
    });
  },
  function nest(text, random) {
    const depth = random.pick([1, 3, 50, 99, 101, 400]);
    const [open, close] = random.pick([
      ['[', ']'],
      ['{a: ', '}'],
      ['- ', ''],
    ]);
    return insertedAt(text, random, open.repeat(depth) + (random.chance(0.7) ? close.repeat(depth) : ''));
  },
  function splice(text, random, other) {
    const [from, to] = range(other, random);
    return insertedAt(text, random, other.slice(from, to));
  },
  (text, random, other) => `${text}${random.pick(['---\n', '\n---\n', '...\n', ''])}${other}`,
  function changeBreaks(text, random) {
    return random.chance(0.5) ? text.replaceAll('\n', random.pick(['\r\n', '\r'])) : text;
  },
];

function insertedAt(text: string, random: Random, inserted: string): string {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + inserted + text.slice(at);
}

/** A range of a text, most often a short one. */
function range(text: string, random: Random): [from: number, to: number] {
  const from = random.integer(0, text.length);
  const longest = random.chance(0.8) ? 20 : 500;
  return [from, Math.min(from + random.integer(0, longest), text.length)];
}

function changedLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

/** Replaces one of the matches of a pattern, if there is any. */
function replacedMatch(text: string, random: Random, pattern: RegExp, replacement: string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = random.pick(matches);
  return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
}
