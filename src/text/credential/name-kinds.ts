import type { Credential } from './credential.ts';
import { credentialEndings, credentialWords, keyWords } from './name-words.ts';

const passwordKinds: ReadonlySet<string> = new Set(credentialEndings.map(([, kind]) => kind));
/** Kinds that names alone tell; `key` is what names only suggest. */
const nameKinds: ReadonlySet<string> = new Set([
  'key',
  ...credentialWords.values(),
  ...keyWords.values(),
  ...passwordKinds,
]);

/** True for a kind that a name tells, and not the form of the value. */
export function isNameKind(kind: string): boolean {
  return nameKinds.has(kind);
}

/** True for a kind that says that any value is a credential, as nothing else is called so. */
export function isPasswordKind(kind: string): boolean {
  return passwordKinds.has(kind);
}

const DIGITS = /^\s*\d+\s*$/;

/**
 * True for a number that only its name makes a credential. It may be one, so that it is hidden; most are identifiers, sizes
 * and times, so that it is not told.
 */
export function isNamedNumber(text: string, { kind, start, end }: Credential): boolean {
  return nameKinds.has(kind) && DIGITS.test(text.slice(start, end));
}
