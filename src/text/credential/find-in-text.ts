import type { Credential } from './credential.ts';
import { findCredentials, findFormatCredentials } from './find-credentials.ts';
import { isNamedNumber, isNameKind, isPasswordKind } from './name-kinds.ts';
import { looksLikeName } from './name-like.ts';
import { isShortWord } from './short-word.ts';

const WHITE_SPACE = /\s/;
const NOTHING: readonly Credential[] = [];

/**
 * The credentials in a text of which nobody says what it is: a comment, a broken document, a setting of a custom resource.
 * What only a name tells must be written out, and, unless it is a password, not look like a name: `secretKey: token`.
 */
export function findInText(text: string): readonly Credential[] {
  if (isShortWord(text)) return NOTHING;
  const found = findCredentials(text);
  return found.length === 0 ? NOTHING : found.filter((credential) => isOutspoken(text, credential));
}

/** What stands in a value that another program fills in. */
const FILLED_IN = /\{\{|\$[({]/;

function isOutspoken(text: string, credential: Credential): boolean {
  const { kind, start, end } = credential;
  const value = text.slice(start, end);
  if (isNamedNumber(text, credential)) return false;
  if (isNameKind(kind)) {
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
