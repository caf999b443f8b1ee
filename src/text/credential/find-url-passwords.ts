import type { Credential } from './credential.ts';
import { isPlaceholder, isReference } from './literal.ts';

const LONGEST_SCHEME = 32;
const LONGEST_USER = 256;
/** The part before the host, up to what cannot stand in it. */
const AUTHORITY = /[^\s"'`<>|\\]{1,1024}/y;

/** The passwords of `scheme://user:password@host`. */
export function* findUrlPasswords(text: string): Iterable<Credential> {
  if (!text.includes('@')) return;
  for (let found = text.indexOf('://'); found !== -1; found = text.indexOf('://', found + 3)) {
    const isScheme = /[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(Math.max(found - LONGEST_SCHEME, 0), found));
    AUTHORITY.lastIndex = found + 3;
    if (!isScheme || !AUTHORITY.test(text)) continue;
    const span = passwordOf(text.slice(found + 3, AUTHORITY.lastIndex));
    if (span === undefined) continue;
    yield { start: found + 3 + span.start, end: found + 3 + span.end, kind: 'password in a URL' };
  }
}

/** Where the password stands in what follows `://`; undefined if there is none, or a reference in its place. */
function passwordOf(rest: string): { start: number; end: number } | undefined {
  const colon = rest.indexOf(':');
  if (colon === -1 || colon > LONGEST_USER || /[/?#@]/.test(rest.slice(0, colon))) return undefined;
  const end = endOfPassword(rest, colon + 1);
  const password = rest.slice(colon + 1, end);
  if (end === -1 || password === '' || isReference(password) || isPlaceholder(password)) return undefined;
  return { start: colon + 1, end };
}

/** The `@` before the host: the last one before the path, or, as a password may hold a slash, the first of all. */
function endOfPassword(rest: string, start: number): number {
  const path = rest.slice(start).search(/[/?#]/);
  const authority = path === -1 ? rest : rest.slice(0, start + path);
  const at = authority.lastIndexOf('@');
  if (at >= start) return at;
  const isPort = path !== -1 && /^\d{0,5}$/.test(rest.slice(start, start + path));
  return isPort || path === -1 ? -1 : rest.indexOf('@', start);
}
