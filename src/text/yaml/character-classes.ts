// What the characters of an ordinary document may do, by their codes: 1 for yes. The tables stay in this module, where the
// engine takes them for constants: that makes the loops over them several times faster.
import { LINE_FEED } from './characters.ts';

/** Letters, digits and `_ . / -`: a key of them means the same in quotes, if its first is no dash. */
const IN_KEY = new Uint8Array(65_536);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-') {
  IN_KEY[character.charCodeAt(0)] = 1;
}

/** Printable characters of the basic plane: all that an ordinary document holds but for tabs and line breaks. */
const USUAL = new Uint8Array(65_536);
for (const [first, last] of [
  [0x20, 0x7e],
  [0xa0, 0x2027],
  [0x202a, 0xd7ff],
  [0xe000, 0xfefe],
  [0xff00, 0xfffd],
] as const) {
  USUAL.fill(1, first, last + 1);
}

const IN_TEXT = withCharacters(USUAL, '\t\n', 1);
const IN_QUOTES = withCharacters(USUAL, '"\'\\', 0);
const IN_PLAIN = withCharacters(USUAL, ' :#,?[]{}', 0).fill(0, 127);
const STARTS_PLAIN = withCharacters(USUAL, '-?:,[]{}#&*!|>\'"%@` ', 0);

function withCharacters(table: Uint8Array, characters: string, value: 0 | 1): Uint8Array {
  const changed = table.slice();
  for (const character of characters) changed[character.charCodeAt(0)] = value;
  return changed;
}

/** True for a character that an ordinary document may hold anywhere. */
export function isUsual(code: number): boolean {
  return USUAL[code] === 1;
}

/** True for a character that starts a plain scalar, whatever follows. */
export function startsPlain(code: number): boolean {
  return STARTS_PLAIN[code] === 1;
}

/** The offset of the first character that is none of a key's. */
export function keyCharactersEnd(codes: Uint16Array, from: number): number {
  let offset = from;
  while (IN_KEY[codes[offset] ?? LINE_FEED] === 1) offset += 1;
  return offset;
}

/** The offset of the first character at which a plain scalar may end, or that needs a closer look. */
export function plainCharactersEnd(codes: Uint16Array, from: number): number {
  let offset = from;
  while (IN_PLAIN[codes[offset] ?? LINE_FEED] === 1) offset += 1;
  return offset;
}

/** The offset of the first character that is unusual, a tab, a quote of either kind or a backslash. */
export function quotedCharactersEnd(codes: Uint16Array, from: number): number {
  let offset = from;
  while (IN_QUOTES[codes[offset] ?? LINE_FEED] === 1) offset += 1;
  return offset;
}

/** The offset of the first character up to another that is neither usual nor a tab nor a line feed. */
export function textCharactersEnd(codes: Uint16Array, from: number, to: number): number {
  let offset = from;
  while (offset < to && IN_TEXT[codes[offset] ?? LINE_FEED] === 1) offset += 1;
  return offset;
}
