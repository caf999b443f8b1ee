import { type Credential, inOrder } from './credential.ts';
import { credentialNameKind, suggestsCredential } from './credential-name.ts';
import { findAssignments, isCredentialValue } from './find-assignments.ts';
import { findEncoded } from './find-encoded.ts';
import { findFormats } from './find-formats.ts';
import { findHeaders } from './find-headers.ts';
import { findPasswordLines } from './find-password-lines.ts';
import { findPrivateKeys } from './find-private-keys.ts';
import { findShortOptions } from './find-short-options.ts';
import { findStatements } from './find-statements.ts';
import { findUrlPasswords } from './find-url-passwords.ts';

/** Characters that are looked at together; a credential over a border is found by the overlap. */
const WINDOW = 4 * 1024 * 1024;
const OVERLAP = 65_536;

/**
 * The credentials written in a text, in order and apart. `name` is what the text is the value of: the name of a variable,
 * a key, an option. Time grows with the length of the text and no faster.
 */
export function findCredentials(text: string, name?: string): Credential[] {
  const found: Credential[] = name === undefined ? [] : [...findByName(text, name)];
  for (let start = 0; start < text.length; start += WINDOW) {
    const window = text.length <= WINDOW ? text : text.slice(start, start + WINDOW + OVERLAP);
    for (const credential of findInWindow(window)) {
      found.push({ kind: credential.kind, start: credential.start + start, end: credential.end + start });
    }
  }
  return inOrder(found);
}

function* findInWindow(text: string): Iterable<Credential> {
  const plain = [...findPlain(text)];
  yield* plain;
  yield* findEncoded(text, (decoded) => [...findPlain(decoded)]);
}

/** Everything but what is encoded once more. */
function* findPlain(text: string): Iterable<Credential> {
  yield* findPrivateKeys(text);
  yield* findFormats(text);
  yield* findUrlPasswords(text);
  yield* findHeaders(text);
  yield* findAssignments(text);
  yield* findShortOptions(text);
  yield* findPasswordLines(text);
  yield* findStatements(text);
}

const KEY_STORE = /\.(?:p12|pfx|jks|keystore|kdbx|ppk)$/i;

/** The whole text, if its name makes it one. */
function* findByName(text: string, name: string): Iterable<Credential> {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end <= start) return;
  if (KEY_STORE.test(name)) yield { start, end, kind: 'key store' };
  const kind = credentialNameKind(name);
  if (kind === undefined && !suggestsCredential(name)) return;
  const written = text.slice(start, end);
  if (isCredentialValue(name, written) && !isStructured(written)) yield { start, end, kind: kind ?? 'key' };
}

/** True for a text of its own syntax, in which names tell what is a credential: JSON, several lines of settings. */
function isStructured(text: string): boolean {
  return /^[[{]\s*["}\]]/.test(text) || /^[\w.-]{1,64}\s?[=:]\s.{0,1024}\n/.test(text);
}
