import {
  credentialEndings,
  credentialWords,
  describingWords,
  harmlessWords,
  keyWords,
  passwordAbbreviations,
  suggestingWords,
} from './name-words.ts';
import { wordsOf } from './words.ts';

/**
 * What a name says its value is: `password` of `DB_PASSWORD`. Undefined for a name of anything else, also of what speaks
 * of a credential: `TOKENIZER`, `DB_PASSWORD_FILE`, `tokenExpiration`.
 */
export function credentialNameKind(name: string): string | undefined {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || describingWords.has(last)) return undefined;
  for (const [index, word] of words.entries()) {
    const kind = pairKind(word, words[index + 1]) ?? wordKind(word);
    if (kind !== undefined) return kind;
  }
  return words.length > 1 && passwordAbbreviations.has(last) ? 'password' : undefined;
}

function pairKind(word: string, next: string | undefined): string | undefined {
  if (next === 'key' || next === 'keys') return keyWords.get(word);
  return word === 'connection' && next === 'string' ? 'connection string' : undefined;
}

function wordKind(word: string): string | undefined {
  return credentialWords.get(word) ?? credentialEndings.find(([ending]) => word.endsWith(ending))?.[1];
}

/** True for a name whose value is a credential if it looks random: `APP_KEY`, `COOKIE_SALT`. */
export function suggestsCredential(name: string): boolean {
  const words = wordsOf(name);
  return suggestingWords.has(words.at(-1) ?? '') && !words.some((word) => harmlessWords.has(word));
}
