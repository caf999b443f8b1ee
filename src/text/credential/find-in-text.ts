import type { Credential } from './credential.ts';
import { findCredentials, findFormatCredentials } from './find-credentials.ts';
import { looksLikeName } from './name-like.ts';
import { credentialEndings, credentialWords, keyWords } from './name-words.ts';

const passwordKinds: ReadonlySet<string> = new Set(credentialEndings.map(([, kind]) => kind));
/** Kinds that names alone tell; `key` is what names only suggest. */
const kindsOfNames: ReadonlySet<string> = new Set([
  'key',
  ...credentialWords.values(),
  ...keyWords.values(),
  ...passwordKinds,
]);

/** True for a kind that says that any value is a credential, as nothing else is called so. */
export function isPasswordKind(kind: string): boolean {
  return passwordKinds.has(kind);
}

const WHITE_SPACE = /\s/;
/** A word of this length is no format, and has no name before it. */
const SHORT_WORD = /^[\w./-]{0,15}$/;
const NOTHING: readonly Credential[] = [];

/**
 * The credentials in a text of which nobody says what it is: a comment, a broken document, a setting of a custom resource.
 * What only a name tells must be written out, and, unless it is a password, not look like a name: `secretKey: token`.
 */
export function findInText(text: string): readonly Credential[] {
  if (text.length < 16 && SHORT_WORD.test(text)) return NOTHING;
  const found = findCredentials(text);
  return found.length === 0 ? NOTHING : found.filter((credential) => isOutspoken(text, credential));
}

/** What stands in a value that another program fills in. */
const FILLED_IN = /\{\{|\$[({]/;

function isOutspoken(text: string, { kind, start, end }: Credential): boolean {
  const value = text.slice(start, end);
  if (kindsOfNames.has(kind)) {
    // Several words are prose, whatever they are said to be.
    const mayBeWords = isPasswordKind(kind) && !WHITE_SPACE.test(value);
    if (FILLED_IN.test(value) || (!mayBeWords && looksLikeName(value))) return false;
  }
  return !isInAction(text, start) || findFormatCredentials(value).length > 0;
}

const LONGEST_ACTION = 1024;

/** True inside `{{ … }}`: that is code. */
function isInAction(text: string, offset: number): boolean {
  const before = text.slice(Math.max(offset - LONGEST_ACTION, 0), offset);
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}
