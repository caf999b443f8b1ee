import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';

/** The header's name, with what may stand between it and its value in the syntaxes of shells, servers and manifests. */
const HEADER = /authorization["'\\]{0,2}[\s,:=-]{0,40}(?:value["']?[ \t]{0,4}[:=][ \t]{0,4})?["'\\]{0,2}$/i;
const LONGEST_LEAD = 96;
export const schemes: readonly string[] = ['Bearer', 'Basic', 'ApiKey', 'Token', 'Digest', 'GenieKey', 'Splunk'];
/** Behind a dash it ends the name of an option or a header. */
const SCHEME = new RegExp(`(?<![\\w-])(?:${schemes.join('|')})[ \\t]{1,8}`, 'gi');
/** Away from a header, that is. */
const SHORTEST_TOKEN = 12;
const VALUE = /[^\s"'`<>,;\\]{6,8192}/y;

/** What stands behind a scheme of HTTP authentication: `Authorization: Bearer …`. */
export function* findHeaders(text: string): Iterable<Credential> {
  for (const { index, 0: scheme } of text.matchAll(SCHEME)) {
    const start = index + scheme.length;
    VALUE.lastIndex = start;
    if (!VALUE.test(text)) continue;
    const value = text.slice(start, VALUE.lastIndex);
    const isHeader = HEADER.test(text.slice(Math.max(index - LONGEST_LEAD, 0), index));
    if (!isLiteral(value) || !(isHeader || isToken(value))) continue;
    yield { start, end: VALUE.lastIndex, kind: 'Authorization header' };
  }
}

/** Away from a header, prose goes on behind `basic` and `token`: a token has digits or capitals inside. */
function isToken(value: string): boolean {
  return (
    value.length >= SHORTEST_TOKEN && /[0-9]/.test(value) && /[a-zA-Z]/.test(value) && !/^[a-z]+[\d.:]+$/i.test(value)
  );
}
