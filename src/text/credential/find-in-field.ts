import { remembered } from '../../core/remembered.ts';
import type { Credential } from './credential.ts';
import { credentialNameKind } from './credential-name.ts';
import { findCredentials } from './find-credentials.ts';
import { findInText } from './find-in-text.ts';
import { looksLikeCode } from './literal.ts';
import { isNamedNumber, isPasswordKind } from './name-kinds.ts';
import { looksLikeName } from './name-like.ts';
import { derivedWords } from './name-words.ts';
import { wordsOf } from './words.ts';

/**
 * The credentials in a field that no known schema describes, of a name: an annotation, a field of a custom resource. Such
 * fields name Secrets, their keys and their digests more often than they hold a credential, so that what only the name
 * tells must look like one: a password is whatever is written out, all else must not look like a name.
 */
export function findInField(text: string, name: string): readonly Credential[] {
  const found = findInText(text);
  if (found.length > 0) return found;
  const kind = fieldKind(name);
  if (kind === undefined) return found;
  // Nothing is told that is not masked.
  const named = findCredentials(text, withoutOwner(name));
  return named.filter((each) => !isNamedNumber(text, each) && isCredential(kind, text.slice(each.start, each.end)));
}

/** The name of an annotation without that of its owner. */
export function withoutOwner(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What the name of a field says its value is. Objects have few names, each many times. */
const fieldKind = remembered(kindOfName);

/** What stands before a slash names the owner of an annotation, or says of what it is made: `checksum/secret`. */
function kindOfName(name: string): string | undefined {
  const kind = credentialNameKind(withoutOwner(name));
  if (kind === undefined) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => derivedWords.has(word))) return undefined;
  // The key under which a Secret keeps a password is no password: `passwordKey`, `passwordSecret`.
  const isPassword = /pass|pwd|pw$|psk$/.test(words.at(-1) ?? '');
  return kind === 'password' && !isPassword ? undefined : kind;
}

const WHITE_SPACE = /\s/;

function isCredential(kind: string, value: string): boolean {
  if (looksLikeCode(value)) return false;
  if (isPasswordKind(kind)) return true;
  return !WHITE_SPACE.test(value) && !looksLikeName(value);
}
