/**
 * A sign is the beginning of something that a text must hold before one of the searches can find anything in it. One pass
 * looks at every three characters and tells which searches are worth their time: most texts hold no sign at all.
 */

/** The searches, each a bit. */
export const PRIVATE_KEY = 1;
export const FORMAT = 2;
export const URL = 4;
export const SCHEME = 8;
export const NAME = 16;
export const OPTION = 32;
export const PASSWORD_LINE = 64;
export const STATEMENT = 128;

/** What one pass saw. */
export interface Signs {
  /** The searches that may find something, as bits. */
  readonly searches: number;
  /** Where names may start, in order. */
  readonly names: readonly number[];
  /** Where the literals of formats may start, in order. */
  readonly formats: readonly number[];
}

/** For each three characters the searches that they are a sign for. */
export type SignTable = Uint8Array;

const ASCII = 128;
const CLASS_BITS = 5;
const CLASSES = 1 << CLASS_BITS;
const LAST_THREE = (1 << (3 * CLASS_BITS)) - 1;
const DIGIT = 27;
const DASH = 28;
const COLON = 29;
const OPENING = 30;
/** White space, quotes, and all that is not ASCII, as that has white space too. */
const BLANK = 31;

/** The class of each character: a letter in either case, one of those above, or 0 for the rest. */
const classes = new Uint8Array(ASCII);
for (let code = 0; code < ASCII; code += 1) classes[code] = classOf(String.fromCharCode(code));

function classOf(character: string): number {
  if (/[a-z]/i.test(character)) return character.toLowerCase().charCodeAt(0) - 96;
  if (/\d/.test(character)) return DIGIT;
  if (/[\s"'`]/.test(character)) return BLANK;
  if (/[@$*{]/.test(character)) return OPENING;
  return character === '-' ? DASH : character === ':' ? COLON : 0;
}

/** Three characters as one number. */
export function signOf(text: string, offset: number): number {
  const first = (classAt(text, offset) << (2 * CLASS_BITS)) | (classAt(text, offset + 1) << CLASS_BITS);
  return first | classAt(text, offset + 2);
}

function classAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code < ASCII ? (classes[code] ?? 0) : BLANK;
}

/** Every sign that a literal of two characters or more begins with, whatever stands behind it. */
export function signsOfLiteral(literal: string): readonly number[] {
  if (literal.length > 2) return [signOf(literal, 0)];
  const first = signOf(`${literal}/`, 0);
  return Array.from({ length: CLASSES }, (_, last) => first | last);
}

/** The table of the literals that each search needs one of. */
export function signTable(literals: readonly (readonly [search: number, literals: readonly string[]])[]): SignTable {
  const table = new Uint8Array(LAST_THREE + 1);
  for (const [search, own] of literals) {
    for (const sign of own.flatMap(signsOfLiteral)) table[sign] = (table[sign] ?? 0) | search;
  }
  return table;
}

const NOWHERE: readonly number[] = [];
const NOTHING: Signs = { searches: 0, names: NOWHERE, formats: NOWHERE };

/** One pass over a text, in linear time. */
export function signsIn(text: string, table: SignTable): Signs {
  if (text.length < 3) return NOTHING;
  let searches = 0;
  let names: number[] | undefined;
  let formats: number[] | undefined;
  let three = (classAt(text, 0) << CLASS_BITS) | classAt(text, 1);
  for (let offset = 2; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    three = ((three << CLASS_BITS) | (code < ASCII ? (classes[code] ?? 0) : BLANK)) & LAST_THREE;
    const found = table[three] ?? 0;
    if (found === 0) continue;
    searches |= found;
    if ((found & NAME) !== 0) (names ??= []).push(offset - 2);
    if ((found & FORMAT) !== 0) (formats ??= []).push(offset - 2);
  }
  return searches === 0 ? NOTHING : { searches, names: names ?? NOWHERE, formats: formats ?? NOWHERE };
}
