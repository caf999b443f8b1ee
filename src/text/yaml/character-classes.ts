// What the characters of an ordinary document may do, by their codes: 1 for yes. A table is read faster than codes are compared.

/** Letters, digits and `_ . / -`: a key of them means the same in quotes, if its first is no dash. */
export const IN_KEY = new Uint8Array(65_536);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-') {
  IN_KEY[character.charCodeAt(0)] = 1;
}

/** Printable characters of the basic plane: all that an ordinary document holds but for tabs and line breaks. */
export const USUAL = new Uint8Array(65_536);
for (const [first, last] of [
  [0x20, 0x7e],
  [0xa0, 0x2027],
  [0x202a, 0xd7ff],
  [0xe000, 0xfefe],
  [0xff00, 0xfffd],
] as const) {
  USUAL.fill(1, first, last + 1);
}

/** What may stand anywhere in a comment or block scalar: usual characters, tabs and line feeds. */
export const IN_TEXT = withCharacters(USUAL, '\t\n', 1);
/** Goes on with a scalar in quotes of either kind. */
export const IN_QUOTES = withCharacters(withCharacters(USUAL, '\t', 1), '"\'\\', 0);
/** Goes on with a plain scalar. At other characters it may end, or they need a closer look. */
export const IN_PLAIN = withCharacters(USUAL, ' :#,?[]{}', 0).fill(0, 127);
/** Starts a plain scalar. */
export const STARTS_PLAIN = withCharacters(USUAL, '-?:,[]{}#&*!|>\'"%@` ', 0);

function withCharacters(table: Uint8Array, characters: string, value: 0 | 1): Uint8Array {
  const changed = table.slice();
  for (const character of characters) changed[character.charCodeAt(0)] = value;
  return changed;
}
