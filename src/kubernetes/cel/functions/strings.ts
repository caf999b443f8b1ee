import { type LinearPattern, linearPattern, PatternError } from '../../../core/linear-pattern.ts';
import { type Charge, textCost } from '../cost.ts';
import { CelError, CelUnknown } from '../fault.ts';
import { type CelValue, celList, isList, itemsOf } from '../value.ts';
import type { CelFunction, CelFunctions } from './function.ts';

/** The methods of texts: those of the language, and of its extension for strings. Positions count characters. */
export const stringMethods: CelFunctions = {
  contains: ofTexts((text, other) => text.includes(other)),
  startsWith: ofTexts((text, other) => text.startsWith(other)),
  endsWith: ofTexts((text, other) => text.endsWith(other)),
  matches,
  lowerAscii: ofText((text) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())),
  upperAscii: ofText((text) => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())),
  trim: ofText((text) => text.trim()),
  charAt([text, index]) {
    if (typeof text !== 'string' || typeof index !== 'bigint') return undefined;
    const characters = Array.from(text);
    if (index === BigInt(characters.length)) return '';
    const character = characters[Number(index)];
    if (character === undefined) throw new CelError(`index out of range: ${index}`);
    return character;
  },
  substring([text, start, end], charge) {
    if (typeof text !== 'string' || typeof start !== 'bigint') return undefined;
    if (end !== undefined && typeof end !== 'bigint') return undefined;
    charge(textCost(text));
    const characters = Array.from(text);
    const last = end ?? BigInt(characters.length);
    if (start < 0n || last > BigInt(characters.length) || start > last) {
      throw new CelError(`index out of range: ${start}`);
    }
    return characters.slice(Number(start), Number(last)).join('');
  },
  split([text, separator, limit], charge) {
    if (typeof text !== 'string' || typeof separator !== 'string') return undefined;
    if (limit !== undefined && typeof limit !== 'bigint') return undefined;
    charge(textCost(text));
    const parts = separator === '' ? Array.from(text) : text.split(separator);
    charge(parts.length);
    if (limit === undefined || limit < 0n || limit >= BigInt(parts.length)) return celList(parts);
    if (limit === 0n) return celList([]);
    const kept = Number(limit) - 1;
    return celList([...parts.slice(0, kept), parts.slice(kept).join(separator)]);
  },
  replace([text, old, replacement, limit], charge) {
    if (typeof text !== 'string' || typeof old !== 'string' || typeof replacement !== 'string') return undefined;
    if (limit !== undefined && typeof limit !== 'bigint') return undefined;
    const places = old === '' ? ['', ...Array.from(text), ''] : text.split(old);
    const count = limit === undefined || limit < 0n ? places.length : Number(limit);
    charge(textCost(text) + (replacement.length * Math.min(count, places.length)) / 10);
    return places.reduce((whole, part, index) => whole + (index <= count ? replacement : old) + part);
  },
  join([list, separator = ''], charge) {
    if (!isList(list) || typeof separator !== 'string') return undefined;
    const texts: string[] = [];
    for (const item of itemsOf(list)) {
      if (typeof item !== 'string') return undefined;
      charge(textCost(item) + textCost(separator));
      texts.push(item);
    }
    return texts.join(separator);
  },
};

/** The global form of a method. */
export const stringFunctions: CelFunctions = { matches };

/** Where a text begins in another from a position on, or -1; positions count characters. */
export function positionIn(text: string, wanted: string, from: CelValue | undefined): bigint | undefined {
  if (from !== undefined && typeof from !== 'bigint') return undefined;
  const characters = Array.from(text);
  const start = from ?? 0n;
  if (start < 0n || start > BigInt(characters.length)) throw new CelError(`index out of range: ${start}`);
  const skipped = characters.slice(0, Number(start)).join('').length;
  const found = text.indexOf(wanted, skipped);
  return found === -1 ? -1n : BigInt(Array.from(text.slice(0, found)).length);
}

/** Where a text begins last in another, up to a position; positions count characters. */
export function lastPositionIn(text: string, wanted: string, upTo: CelValue | undefined): bigint | undefined {
  if (upTo !== undefined && typeof upTo !== 'bigint') return undefined;
  const characters = Array.from(text);
  const last = upTo ?? BigInt(characters.length);
  if (last < 0n || last > BigInt(characters.length)) throw new CelError(`index out of range: ${last}`);
  const found = text.lastIndexOf(wanted, characters.slice(0, Number(last)).join('').length);
  return found === -1 ? -1n : BigInt(Array.from(text.slice(0, found)).length);
}

/** Whether an RE2 pattern matches some part of a text. */
function matches(args: readonly CelValue[], charge: Charge): CelValue | undefined {
  const [text, pattern] = args;
  if (typeof text !== 'string' || typeof pattern !== 'string') return undefined;
  charge(1 + text.length * (1 + pattern.length / 4));
  return patternOf(pattern)(text);
}

/** Patterns that were read before; forgotten when they become many. */
const knownPatterns = new Map<string, LinearPattern>();
const MOST_PATTERNS = 256;

function patternOf(pattern: string): LinearPattern {
  const known = knownPatterns.get(pattern);
  if (known !== undefined) return known;
  if (knownPatterns.size >= MOST_PATTERNS) knownPatterns.clear();
  const made = remembering(searchFor(pattern));
  knownPatterns.set(pattern, made);
  return made;
}

function searchFor(pattern: string): LinearPattern {
  try {
    return linearPattern(`(?:.|\n)*(?:${pattern})(?:.|\n)*`);
  } catch (error) {
    if (error instanceof PatternError)
      throw new CelUnknown(`a pattern of matches() is not evaluated: ${error.message}`);
    throw error;
  }
}

const MOST_TEXTS = 1024;
const LONGEST_TEXT = 256;

/** Images and labels come again and again, and matching is slow. */
function remembering(isMatch: LinearPattern): LinearPattern {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = isMatch(text);
    if (answers.size >= MOST_TEXTS) answers.clear();
    if (text.length <= LONGEST_TEXT) answers.set(text, answer);
    return answer;
  };
}

function ofText(make: (text: string) => CelValue): CelFunction {
  return ([text, further], charge) => {
    if (typeof text !== 'string' || further !== undefined) return undefined;
    charge(textCost(text));
    return make(text);
  };
}

function ofTexts(make: (text: string, other: string) => CelValue): CelFunction {
  return ([text, other], charge) => {
    if (typeof text !== 'string' || typeof other !== 'string') return undefined;
    charge(textCost(text));
    return make(text, other);
  };
}
