/** No format is shorter, and no text is that is encoded once more. */
export const SHORTEST_FORMAT = 16;

/** Letters, digits, and what joins them without giving a name its value. */
const wordCharacters = new Uint8Array(128);
for (let code = 0; code < wordCharacters.length; code += 1) {
  wordCharacters[code] = /[\w./-]/.test(String.fromCharCode(code)) ? 1 : 0;
}

/** True for a word that is too short for any format, and has no name before it: alone it is no credential. */
export function isShortWord(text: string): boolean {
  return text.length < SHORTEST_FORMAT && isWord(text);
}

/** True for one word. Nothing in it is named, as no name has its value without a sign or a space between. */
export function isWord(text: string): boolean {
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code >= wordCharacters.length || wordCharacters[code] === 0) return false;
  }
  return true;
}
