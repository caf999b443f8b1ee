import { remembered } from '../../core/remembered.ts';
import { type Credential, inOrder } from './credential.ts';
import { credentialNameKind, suggestsCredential } from './credential-name.ts';
import { findAssignments, isCredentialValue } from './find-assignments.ts';
import { findEncoded } from './find-encoded.ts';
import { findFormats, formatLiterals } from './find-formats.ts';
import { findHeaders, schemes } from './find-headers.ts';
import { findPasswordLines, portLiterals } from './find-password-lines.ts';
import { findPrivateKeys, privateKeyLiterals } from './find-private-keys.ts';
import { findShortOptions, optionLiterals } from './find-short-options.ts';
import { findStatements, statementLiterals } from './find-statements.ts';
import { findUrlPasswords } from './find-url-passwords.ts';
import { nameHints } from './name-words.ts';
import { isShortWord, isWord, SHORTEST_FORMAT } from './short-word.ts';
import {
  FORMAT,
  NAME,
  OPTION,
  PASSWORD_LINE,
  PRIVATE_KEY,
  SCHEME,
  type Signs,
  STATEMENT,
  signsIn,
  signTable,
  URL,
} from './signs.ts';

/** Characters that are looked at together; a credential over a border is found by the overlap. */
const WINDOW = 4 * 1024 * 1024;
const OVERLAP = 65_536;

/**
 * The credentials written in a text, in order and apart. `name` is what the text is the value of: the name of a variable,
 * a key, an option. Time grows with the length of the text and no faster.
 */
export function findCredentials(text: string, name?: string): readonly Credential[] {
  const named = name === undefined ? NOTHING : findByName(text, name);
  const found = isShortWord(text) ? NOTHING : findWritten(text);
  if (named.length === 0) return found.length === 0 ? NOTHING : inOrder(found);
  return inOrder([...named, ...found]);
}

const NOTHING: readonly Credential[] = [];

/** The same labels, images and arguments stand in many objects. */
const findWritten = remembered((text) => findInWindows(text, findPlain));

/**
 * The credentials of a text that are told by what they are alone, in order and apart: formats of providers, private keys,
 * passwords in URLs, and the same in Base64.
 */
export function findFormatCredentials(text: string): readonly Credential[] {
  if (isTooShort(text)) return NOTHING;
  const found = findFormatted(text);
  return found.length === 0 ? NOTHING : inOrder(found);
}

const findFormatted = remembered((text) => findInWindows(text, findUnnamed));

/** `a://:b@` */
const SHORTEST_URL = 7;

/** True for a text that is too short for any of these. */
export function isTooShort(text: string): boolean {
  return text.length < SHORTEST_FORMAT && (text.length < SHORTEST_URL || !text.includes('://'));
}

type Find = (text: string) => readonly Credential[];

/** What a search finds in a text, as it stands and encoded once more. */
function findInWindows(text: string, find: Find): readonly Credential[] {
  if (text.length <= WINDOW) return findInWindow(text, find);
  const found: Credential[] = [];
  for (let start = 0; start < text.length; start += WINDOW) {
    for (const credential of findInWindow(text.slice(start, start + WINDOW + OVERLAP), find)) {
      found.push({ kind: credential.kind, start: credential.start + start, end: credential.end + start });
    }
  }
  return found;
}

function findInWindow(text: string, find: Find): readonly Credential[] {
  const found = find(text);
  if (text.length < SHORTEST_FORMAT) return found;
  const encoded = findEncoded(text, find);
  return encoded.length === 0 ? found : [...found, ...encoded];
}

/** What each search needs one of. */
const table = signTable([
  [PRIVATE_KEY, privateKeyLiterals],
  [FORMAT, formatLiterals],
  [URL, ['://']],
  [SCHEME, schemes],
  [NAME, nameHints],
  [OPTION, optionLiterals],
  [PASSWORD_LINE, portLiterals],
  [STATEMENT, statementLiterals],
]);

/** Everything but what is encoded once more. */
function findPlain(text: string): readonly Credential[] {
  if (isWord(text)) return findUnnamed(text);
  const signs = signsIn(text, table);
  if (signs.searches === 0) return NOTHING;
  const found: Credential[] = [];
  for (const search of searchesOf(text, signs)) for (const credential of search) found.push(credential);
  return found;
}

/** The searches that a text has signs for. */
function* searchesOf(text: string, { searches, names, formats }: Signs): Iterable<Iterable<Credential>> {
  if (searches & PRIVATE_KEY) yield findPrivateKeys(text);
  if (searches & FORMAT) yield findFormats(text, formats);
  if (searches & URL) yield findUrlPasswords(text);
  if (searches & SCHEME) yield findHeaders(text);
  if (searches & NAME) yield findAssignments(text, names);
  if (searches & OPTION) yield findShortOptions(text);
  if (searches & PASSWORD_LINE) yield findPasswordLines(text);
  if (searches & STATEMENT) yield findStatements(text);
}

const unnamedTable = signTable([
  [PRIVATE_KEY, privateKeyLiterals],
  [FORMAT, formatLiterals],
  [URL, ['://']],
]);

/** What needs neither a name nor the words around it. */
function findUnnamed(text: string): readonly Credential[] {
  const { searches, formats } = signsIn(text, unnamedTable);
  if (searches === 0) return NOTHING;
  const ofFormats = searches & FORMAT ? findFormats(text, formats) : NOTHING;
  // An address without a user has no password.
  const isAddress = (searches & URL) !== 0 && text.includes('@');
  if (!isAddress && (searches & PRIVATE_KEY) === 0) return ofFormats;
  const found = [...ofFormats];
  if (searches & PRIVATE_KEY) for (const credential of findPrivateKeys(text)) found.push(credential);
  if (isAddress) for (const credential of findUrlPasswords(text)) found.push(credential);
  return found;
}

const KEY_STORE = /\.(?:p12|pfx|jks|keystore|kdbx|ppk)$/i;

/** The whole text, if its name makes it one. */
function findByName(text: string, name: string): readonly Credential[] {
  const kind = kindByName(name);
  if (kind === undefined) return NOTHING;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end <= start) return NOTHING;
  if (kind === 'key store') return [{ start, end, kind }];
  const written = text.slice(start, end);
  return isCredentialValue(name, written) && !isStructured(written) ? [{ start, end, kind }] : NOTHING;
}

/** What a name says, or suggests, that its value is. Manifests have few names, each many times. */
const kindByName = remembered((name) =>
  KEY_STORE.test(name) ? 'key store' : (credentialNameKind(name) ?? suggestedKind(name)),
);

function suggestedKind(name: string): string | undefined {
  return suggestsCredential(name) ? 'key' : undefined;
}

/** True for a text of its own syntax, in which names tell what is a credential: JSON, several lines of settings. */
function isStructured(text: string): boolean {
  return /^[[{]\s*["}\]]/.test(text) || /^[\w.-]{1,64}\s?[=:]\s.{0,1024}\n/.test(text);
}
