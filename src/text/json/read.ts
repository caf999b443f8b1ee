import {
  defaultLimits,
  type Limits,
  type ReadText,
  type TextDocument,
  type TextProblem,
  tooManyDocuments,
} from '../document.ts';
import { createPositionsBuilder } from '../positions-builder.ts';

/** Where reading stopped, and what was expected there. */
class Unexpected extends Error {
  readonly kind: 'syntax' | 'limit';
  readonly offset: number;
  constructor(kind: 'syntax' | 'limit', message: string, offset: number) {
    super(message);
    this.name = 'Unexpected';
    this.kind = kind;
    this.offset = offset;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reports beyond these would only repeat. */
const MOST_PROBLEMS = 100;

/** One buffer for all texts: reading is synchronous, and every document leaves it empty. */
const builder = createPositionsBuilder();

/**
 * Reads JSON documents (RFC 8259), one after another as `kubectl get -o json` output may be joined. Of duplicate keys the
 * last wins. Reading ends at the first fault: what follows it cannot be told apart.
 */
export function readJson(text: string, limits: Limits = defaultLimits): ReadText {
  const documents: TextDocument[] = [];
  const problems: TextProblem[] = [];
  if (text.length > limits.size) {
    const message = `the text has ${text.length} characters; the limit is ${limits.size}`;
    return { documents, problems: [{ kind: 'limit', message, offset: 0, lost: { start: 0, end: text.length } }] };
  }
  let offset = skipSpace(text.charCodeAt(0) === 0xfeff ? 1 : 0);

  function skipSpace(from: number): number {
    SPACE.lastIndex = from;
    SPACE.exec(text);
    return SPACE.lastIndex;
  }

  function readValue(key: string | number, keyStart: number, keyEnd: number, depth: number): unknown {
    const start = offset;
    const character = text.charAt(offset);
    if (builder.size() >= limits.expandedNodes) {
      throw new Unexpected('limit', `the document has over ${limits.expandedNodes} values`, offset);
    }
    if (character === '{' || character === '[') {
      if (depth >= limits.depth) throw new Unexpected('limit', `nesting is over ${limits.depth} levels deep`, offset);
      const node = builder.open(key, keyStart, keyEnd, start);
      offset = skipSpace(offset + 1);
      const value = character === '{' ? readObject(node, depth) : readList(depth);
      builder.close(node, offset);
      return value;
    }
    const value = readScalar(character);
    builder.leaf(key, keyStart, keyEnd, start, offset);
    return value;
  }

  function readScalar(character: string): unknown {
    if (character === '"') return readString();
    for (const [word, value] of LITERALS) {
      if (!text.startsWith(word, offset)) continue;
      offset += word.length;
      return value;
    }
    NUMBER.lastIndex = offset;
    const number = NUMBER.exec(text);
    if (number === null) throw new Unexpected('syntax', 'expected a value', offset);
    const value = numberOf(number[0]);
    if (value === undefined) throw new Unexpected('syntax', 'expected a number that 64 bits hold', offset);
    offset = NUMBER.lastIndex;
    return value;
  }

  function readString(): string {
    const start = offset;
    let end = start + 1;
    while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
    try {
      const value: unknown = JSON.parse(text.slice(start, end + 1));
      offset = end + 1;
      if (typeof value === 'string') return value;
    } catch {
      // The message below says where; the engine's own text differs from one Node to the next.
    }
    throw new Unexpected('syntax', 'expected a closed string with valid escapes', start);
  }

  function readObject(node: number, depth: number): unknown {
    const object: Record<string, unknown> = {};
    if (takes('}')) return object;
    for (;;) {
      if (text.charAt(offset) !== '"') throw new Unexpected('syntax', 'expected a key in double quotes', offset);
      const keyStart = offset;
      const key = readString();
      const keyEnd = offset;
      offset = skipSpace(offset);
      if (!takes(':')) throw new Unexpected('syntax', 'expected ":" after the key', offset);
      if (problems.length < MOST_PROBLEMS && Object.hasOwn(object, key)) {
        const earlierOffset = builder.keyBefore(node, key, keyStart) ?? keyStart;
        const message = `the key "${key}" stands here again; the last one wins`;
        problems.push({ kind: 'duplicate-key', message, offset: keyStart, earlierOffset });
      }
      const value = readValue(key, keyStart, keyEnd, depth + 1);
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      offset = skipSpace(offset);
      if (takes('}')) return object;
      if (!takes(',')) throw new Unexpected('syntax', 'expected "," or "}"', offset);
    }
  }

  function readList(depth: number): unknown {
    const list: unknown[] = [];
    if (takes(']')) return list;
    for (;;) {
      list.push(readValue(list.length, -1, -1, depth + 1));
      offset = skipSpace(offset);
      if (takes(']')) return list;
      if (!takes(',')) throw new Unexpected('syntax', 'expected "," or "]"', offset);
    }
  }

  /** Steps over one character and the space behind it, if it stands here. */
  function takes(character: string): boolean {
    if (text.charAt(offset) !== character) return false;
    offset = character === '}' || character === ']' ? offset + 1 : skipSpace(offset + 1);
    return true;
  }

  while (offset < text.length) {
    if (documents.length === limits.documents) {
      problems.push(tooManyDocuments(limits, offset, text.length));
      break;
    }
    const start = offset;
    try {
      const value = readValue(0, -1, -1, 0);
      documents.push({ value, positions: builder.finish(), start, end: offset });
      offset = skipSpace(offset);
    } catch (error) {
      builder.finish();
      if (!(error instanceof Unexpected)) throw error;
      const lost = { start, end: text.length };
      problems.push({ kind: error.kind, message: error.message, offset: error.offset, lost });
      break;
    }
  }
  return { documents, problems };
}

const INTEGER = /^-?\d{16,20}$/;
const SMALLEST_INTEGER = -(2n ** 63n);
const LARGEST_INTEGER = 2n ** 64n - 1n;

/** A number as the YAML reader has it: integers of 64 bits are exact. Undefined if it is too large for a float. */
function numberOf(text: string): number | bigint | undefined {
  const value = Number(text);
  if (!Number.isSafeInteger(value) && INTEGER.test(text)) {
    const exact = BigInt(text);
    if (exact >= SMALLEST_INTEGER && exact <= LARGEST_INTEGER) return exact;
  }
  if (!Number.isFinite(value)) return undefined;
  return value === 0 ? 0 : value;
}
