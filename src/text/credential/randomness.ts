const SHORTEST = 16;
const LONGEST = 1024;
const LEAST_BITS = 3;
/** A random text changes between capitals, small letters and digits more often than once in this many characters. */
const CHARACTERS_PER_CHANGE = 6;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a text that a person did not make up: a generated key. UUIDs are names and count as none. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  if (!/^[\w+/=~.:!@#$%^&*-]+$/.test(text) || UUID.test(text)) return false;
  return classChanges(text) * CHARACTERS_PER_CHANGE >= text.length && bitsPerCharacter(text) >= LEAST_BITS;
}

/** How often a text changes between digits, capitals and small letters; other characters are passed over. */
function classChanges(text: string): number {
  let changes = 0;
  let before = '';
  for (const character of text) {
    const own = /[0-9]/.test(character) ? 'digit' : /[A-Z]/.test(character) ? 'capital' : 'small';
    if (!/[0-9A-Za-z]/.test(character)) continue;
    if (before !== '' && own !== before) changes += 1;
    before = own;
  }
  return changes;
}

/** Shannon's entropy. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
