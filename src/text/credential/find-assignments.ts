import type { TextSpan } from '../text-span.ts';
import type { Credential } from './credential.ts';
import { credentialNameKind, suggestsCredential } from './credential-name.ts';
import { isLiteral, looksLikeCode, namesSecret } from './literal.ts';
import { nameHints } from './name-words.ts';
import { looksRandom } from './randomness.ts';
import { type ValueReach, writtenValue } from './written-value.ts';

/** Finds names quickly. */
const HINT = new RegExp(nameHints.join('|'), 'iy');
const NAME_CHARACTER = /[\w.$-]/;
const LONGEST_NAME = 128;
const LONGEST_ELEMENT = 4096;
const LONGEST_LEAD = 256;

/**
 * The values that a text gives to names of credentials, in any of the syntaxes of configuration files and shells. `offsets`
 * are where hints may start, in order.
 */
export function* findAssignments(text: string, offsets: readonly number[]): Iterable<Credential> {
  let hintEnd = 0;
  let done = 0;
  for (const offset of offsets) {
    const end = offset < hintEnd ? undefined : endOf(HINT, text, offset);
    if (end === undefined) continue;
    hintEnd = end;
    if (offset < done) continue;
    const name = nameAround(text, offset, end);
    done = name.end;
    const found = name.end - name.start > LONGEST_NAME ? undefined : valueOfName(text, name);
    if (found === undefined) continue;
    done = found.end;
    yield found;
  }
}

/** The name that a piece of it stands in; one that is too long to be a name is cut. */
function nameAround(text: string, from: number, to: number): TextSpan {
  let start = from;
  let end = to;
  while (start > 0 && NAME_CHARACTER.test(text.charAt(start - 1)) && from - start <= LONGEST_NAME) start -= 1;
  while (end < text.length && NAME_CHARACTER.test(text.charAt(end)) && end - to <= LONGEST_NAME) end += 1;
  if (text.charAt(start - 1) !== ' ') return { start, end };
  // Two words with a space: `api key: …`, `connection string = …`.
  const before = /(?:api|access|secret|private|connection|account|signing|encryption) $/i.exec(
    text.slice(Math.max(start - 11, 0), start),
  );
  return { start: start - (before?.[0].length ?? 0), end };
}

function valueOfName(text: string, span: TextSpan): Credential | undefined {
  const name = text.slice(span.start, span.end);
  const kind = credentialNameKind(name);
  if (kind === undefined && !suggestsCredential(name)) return undefined;
  const value = valueBehind(text, span, name);
  if (value === undefined || value.end <= value.start) return undefined;
  const written = text.slice(value.start, value.end);
  if (!isCredentialValue(name, written) || isCode(text, span, value)) return undefined;
  return { ...value, kind: kind ?? 'key' };
}

/** True if the value of a credential's name is one; a name that only suggests it wants a random value. */
export function isCredentialValue(name: string, value: string): boolean {
  if (!isLiteral(value)) return false;
  return credentialNameKind(name) === undefined ? looksRandom(value.trim()) : !namesSecret(name, value.trim());
}

/** Behind these, what stands in no quotes is code. */
const DECLARATION = /(?:^|\s)(?:const|let|var)\s{1,8}$/;

/** True for `password=password` and `password: config.password` in a call or a signature, and for a comparison. */
function isCode(text: string, { start, end }: TextSpan, { start: valueStart, end: valueEnd }: TextSpan): boolean {
  // What reaches to the next bracket is a call without its end.
  const value = text.slice(valueStart, text.charAt(valueEnd) === ')' ? valueEnd + 1 : valueEnd);
  if (/^[=~]|^null\b|^None\b/.test(value)) return true;
  const isQuoted = /["'`]/.test(text.charAt(valueStart - 1));
  if (!isQuoted && (looksLikeCode(value) || DECLARATION.test(lineBefore(text, start)))) return true;
  const bare = value.replace(/[),;]+$/, '');
  return bare === text.slice(start, end) && lineBefore(text, start).includes('(');
}

const SEPARATOR = /\\?["']?[ \t]{0,32}(=>|:=|[=:])[ \t]{0,32}/y;
const OPTION_VALUE = /["']?(?:[ \t]{1,32}|[ \t]{0,32},\s{0,100}|[ \t]{0,32}\r?\n[ \t]{0,100}-[ \t]{1,32})/y;
const PAIR = /\\?["']?[ \t]{0,32}(?:,|;|\r?\n)?[\s-]{0,100}\\?["']?value\\?["']?[ \t]{0,32}[:=][ \t]{0,32}/iy;
const PAIR_NAME = /(?:^|[\s"'<{,\\-])(?:name|key|header)\\?["']?[ \t]{0,32}[:=][ \t]{0,32}\\?["']?$/i;
/** Between the arguments of a call: `define('DB_PASSWORD', '…')`. */
const NEXT_ARGUMENT = /["'],[ \t]{0,32}(?=["'])/y;
const PROPERTY_STRING = /<\/key>\s{0,100}<string>/y;
const DIRECTIVE = /(?:^|\.)(?:requirepass|masterauth|bindpw|rootpw)$/;

/** Where the value of a name stands, by what is written behind the name. */
function valueBehind(text: string, span: TextSpan, name: string): TextSpan | undefined {
  const { start, end } = span;
  if (text.charAt(start - 1) === '<' && text.charAt(end) === '>') return upTo(text, end + 1, '<');
  const property = endOf(PROPERTY_STRING, text, end);
  if (property !== undefined) return upTo(text, property, '<');
  const argument = /\(["']$/.test(text.slice(Math.max(start - 2, 0), start))
    ? endOf(NEXT_ARGUMENT, text, end)
    : undefined;
  if (argument !== undefined) return writtenValue(text, argument, 'token');
  const separator = endOf(SEPARATOR, text, end);
  if (separator !== undefined) return assignedValue(text, span, separator, name);
  if (PAIR_NAME.test(text.slice(Math.max(start - 48, 0), start))) {
    const pair = endOf(PAIR, text, end);
    return pair === undefined ? undefined : writtenValue(text, pair, pairReach(text, start));
  }
  if (name.startsWith('-')) return optionValue(text, end);
  return DIRECTIVE.test(name) || isNetrc(text, start) || isSetHeader(text, start)
    ? directiveValue(text, end)
    : undefined;
}

function pairReach(text: string, start: number): ValueReach {
  const line = lineBefore(text, start);
  return line.includes('{') ? 'flow' : line.includes('<') ? 'token' : 'line';
}

function assignedValue(text: string, { start, end }: TextSpan, valueStart: number, name: string): TextSpan | undefined {
  const separator = text.slice(end, valueStart);
  const first = text.charAt(valueStart);
  const isColon =
    separator
      .trim()
      .replace(/^\\?["']/, '')
      .trim() === ':';
  const isTight = isColon && !/["'\s]/.test(separator) && !/["'\\\s]/.test(first);
  if (isTight) return tightValue(text, start, valueStart, name);
  if (/[\r\n]/.test(first) || first === '' || (first === '{' && !text.startsWith('{S', valueStart))) return undefined;
  if (first === '[' || text.startsWith('//', valueStart) || text.startsWith('==', end)) return undefined;
  return writtenValue(text, valueStart, reachOf(text, start, name, isColon, separator));
}

/** Names of headers: `X-Api-Key`. */
const HEADER_NAME = /^[A-Z][A-Za-z]{0,32}(?:-[A-Z][A-Za-z]{0,32}){1,6}$/;
const TAG = /^(?:latest|stable|main|master|edge|v?\d[\w.-]*)(?:["'\s]|$)/;

/**
 * The value behind a colon without a space: of a name that starts its line, or a header in quotes. Elsewhere it is none, as
 * in `image: auth-token:1.2` and `vault:secret/path`.
 */
function tightValue(text: string, start: number, valueStart: number, name: string): TextSpan | undefined {
  const before = lineBefore(text, start);
  const isHeader = HEADER_NAME.test(name) && /["']$/.test(before);
  if (before.trim() !== '' && !isHeader) return undefined;
  if (TAG.test(text.slice(valueStart, valueStart + 64))) return undefined;
  return writtenValue(text, valueStart, 'token');
}

/** What may stand before a name that has its line for itself. */
const LINE_START =
  /^[\s-]*(?:(?:#|\/\/|--|;)\s*)?(?:export\s+|set\s+|ENV\s+|ARG\s+|const\s+|let\s+|var\s+|\? )?["'\\]*$/;

function reachOf(text: string, start: number, name: string, isColon: boolean, separator: string): ValueReach {
  const before = lineBefore(text, start);
  if (LINE_START.test(before)) {
    const isShell = !isColon && separator === '=' && !/[a-z]/.test(name);
    if (name.startsWith('--') && !isColon) return 'token';
    return isShell ? 'token' : 'line';
  }
  const last = before.trimEnd().at(-1) ?? '';
  if (isColon) return /[{[,]/.test(before) ? 'flow' : 'clause';
  return last === ';' ? 'connection' : 'token';
}

function optionValue(text: string, end: number): TextSpan | undefined {
  const offset = endOf(OPTION_VALUE, text, end);
  if (offset === undefined) return undefined;
  const isEntry = text.slice(end, offset).includes('\n');
  const value = writtenValue(text, offset, isEntry ? 'line' : 'token');
  return text.charAt(value.start) === '-' ? undefined : value;
}

/** `machine host login user password value`, on one line or on several. */
function isNetrc(text: string, start: number): boolean {
  return /(?:^|\s)login\s{1,32}\S{1,128}\s{1,32}$/.test(text.slice(Math.max(start - 256, 0), start));
}

/** `proxy_set_header X-Api-Key value;` of nginx, and its like. */
function isSetHeader(text: string, start: number): boolean {
  return /(?:^|[\s{;])(?:(?:proxy|grpc)_set_header|(?:fastcgi|uwsgi|scgi)_param|add_header)[ \t]{1,32}$/.test(
    text.slice(Math.max(start - 64, 0), start),
  );
}

function directiveValue(text: string, end: number): TextSpan | undefined {
  const spaces = /[ \t]{1,32}/y;
  const offset = endOf(spaces, text, end);
  return offset === undefined ? undefined : writtenValue(text, offset, 'token');
}

function upTo(text: string, start: number, stop: string): TextSpan | undefined {
  const length = text.slice(start, start + LONGEST_ELEMENT).indexOf(stop);
  return length === -1 ? undefined : { start, end: start + length };
}

/** What stands on the line before an offset, as far as it matters. */
function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(offset - LONGEST_LEAD, 0), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** Where the match of a sticky pattern ends; undefined where nothing matches. */
function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
