import { remembered } from '../../core/remembered.ts';
import {
  credentialEndings,
  credentialWords,
  denyingWords,
  describingWords,
  harmlessWords,
  keyWords,
  nameHints,
  passwordAbbreviations,
  publicNames,
  shortNameHints,
  suggestingWords,
} from './name-words.ts';
import { wordsOf } from './words.ts';

/** Tells most names apart without a look at their words. */
const HINT = new RegExp([...nameHints, ...shortNameHints].join('|'), 'i');

/**
 * What a name says its value is: `password` of `DB_PASSWORD`. Undefined for a name of anything else, also of what speaks
 * of a credential: `TOKENIZER`, `DB_PASSWORD_FILE`, `tokenExpiration`. Inputs have few names, each many times.
 */
export const credentialNameKind = remembered(kindOfName);

function kindOfName(name: string): string | undefined {
  if (!HINT.test(name)) return undefined;
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || describingWords.has(last) || denyingWords.has(words[0] ?? '')) return undefined;
  if (isPublic(words)) return undefined;
  const kinds = words.map((word, index) => pairKind(words[index - 1], word) ?? wordKind(word));
  // The last word that says something says most: the secret access key is a key.
  const kind = kinds.findLast((found) => found !== undefined);
  if (kind !== undefined) return kind;
  return words.length > 1 && passwordAbbreviations.has(last) ? 'password' : undefined;
}

function isPublic(words: readonly string[]): boolean {
  const name = words.join(' ');
  return publicNames.some((ending) => name.endsWith(ending));
}

function pairKind(before: string | undefined, word: string): string | undefined {
  if (word === 'key' || word === 'keys') return keyWords.get(before ?? '');
  return before === 'connection' && word === 'string' ? 'connection string' : undefined;
}

function wordKind(word: string): string | undefined {
  return credentialWords.get(word) ?? credentialEndings.find(([ending]) => word.endsWith(ending))?.[1];
}

/** True for a name whose value is a credential if it looks random: `APP_KEY`, `COOKIE_SALT`. */
export const suggestsCredential = remembered(isSuggestive);

function isSuggestive(name: string): boolean {
  if (!HINT.test(name)) return false;
  const words = wordsOf(name);
  return suggestingWords.has(words.at(-1) ?? '') && !words.some((word) => harmlessWords.has(word));
}
