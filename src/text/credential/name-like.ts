/** Pieces of names are joined by these. */
const JOINT = /[-_./:@#,\s]+/;
/** Shorter pieces say nothing: `k8s`, `v1`, `prod`. */
const LONGEST_SHORT_PIECE = 4;
/** People write no longer word. */
const LONGEST_WORD = 24;
const WORD = /^([A-Za-z]+)\d{0,4}([A-Za-z]*)$/;
const HUMP = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
/** A word that is written in capitals and small letters has at least so many letters to a hump. */
const LEAST_LETTERS = 3;
/** What a controller puts behind a name: `shop-db-7f9k2b8h5t`. */
const SUFFIX = /^[a-z0-9]{5,10}$/;

/**
 * True for what people name things: words, joined or not (`shop-db-secret`, `DB_PASSWORD`, `accessKey2`), with a generated
 * suffix too. Nobody can tell such a name from a password made of words.
 */
export function looksLikeName(text: string): boolean {
  const pieces = text.split(JOINT).filter((piece) => piece !== '');
  const others = pieces.filter((piece) => !isWord(piece));
  if (others.length === 0) return true;
  const [only = ''] = others;
  return others.length === 1 && pieces.length > 1 && only === pieces.at(-1) && SUFFIX.test(only);
}

function isWord(piece: string): boolean {
  if (piece.length <= LONGEST_SHORT_PIECE) return true;
  const [, before, behind = ''] = WORD.exec(piece) ?? [];
  if (before === undefined || piece.length > LONGEST_WORD) return false;
  const humps = [before, behind].flatMap((letters) => letters.match(HUMP) ?? []);
  return before.length + behind.length >= humps.length * LEAST_LETTERS;
}
