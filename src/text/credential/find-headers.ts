import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';

const SCHEME = /\b(?:Bearer|Basic|ApiKey|Token|Digest|GenieKey|Splunk)[ \t]{1,8}/gi;
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
    const isHeader = /authorization["'\\]{0,2}[ \t]{0,8}[:=,][ \t]{0,8}["'\\]{0,2}$/i.test(
      text.slice(Math.max(index - 40, 0), index),
    );
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
