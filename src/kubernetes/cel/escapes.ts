import { CelSyntaxError } from './fault.ts';

const SIMPLE: ReadonlyMap<string, number> = new Map(
  Object.entries({ a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92, '?': 63, '"': 34, "'": 39, '`': 96 }),
);

/** How many hexadecimal digits follow the letter. */
const HEXADECIMAL: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['X', 2],
  ['u', 4],
  ['U', 8],
]);

/** What an escape stands for, and how many characters it is long, the backslash included. */
interface Escape {
  readonly code: number;
  readonly length: number;
  /** True for those that name a byte in a bytes literal. */
  readonly isByte: boolean;
}

/** The text of a string literal between its quotes. @throws CelSyntaxError */
export function unescapeString(text: string, at: number): string {
  let result = '';
  for (const part of partsOf(text, at)) {
    if (typeof part === 'string') result += part;
    else if (isCodePoint(part.code)) result += String.fromCodePoint(part.code);
    else throw new CelSyntaxError('an escape names no character', at);
  }
  return result;
}

/** The bytes of a bytes literal between its quotes. @throws CelSyntaxError */
export function unescapeBytes(text: string, at: number): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const part of partsOf(text, at)) {
    if (typeof part === 'string') bytes.push(...encoder.encode(part));
    else if (part.isByte) bytes.push(part.code);
    else throw new CelSyntaxError('bytes take no escape of a character', at);
  }
  return Uint8Array.from(bytes);
}

function isCodePoint(code: number): boolean {
  return code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
}

/** The single characters as they are, and the escapes. */
function* partsOf(text: string, at: number): Iterable<string | Escape> {
  for (let index = 0; index < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (character !== '\\') {
      index += character.length;
      yield character;
      continue;
    }
    const escape = escapeAt(text, index);
    if (escape === undefined) throw new CelSyntaxError('an escape is not known', at);
    index += escape.length;
    yield escape;
  }
}

function escapeAt(text: string, index: number): Escape | undefined {
  const letter = text[index + 1] ?? '';
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { code: simple, length: 2, isByte: true };
  const digits = HEXADECIMAL.get(letter);
  if (digits !== undefined) {
    const hexadecimal = text.slice(index + 2, index + 2 + digits);
    if (hexadecimal.length < digits || !/^[0-9A-Fa-f]+$/.test(hexadecimal)) return undefined;
    return { code: Number.parseInt(hexadecimal, 16), length: digits + 2, isByte: digits === 2 };
  }
  const octal = /^[0-3][0-7]{2}/.exec(text.slice(index + 1, index + 4));
  return octal === null ? undefined : { code: Number.parseInt(octal[0], 8), length: 4, isByte: true };
}
