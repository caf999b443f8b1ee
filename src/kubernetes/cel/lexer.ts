import { unescapeBytes, unescapeString } from './escapes.ts';
import { CelSyntaxError } from './fault.ts';
import type { Token } from './token.ts';

/** The longest symbols first. */
const SYMBOLS = '&& || <= >= == != < > ! ? : + - * / % . , ( ) [ ] { }'.split(' ');

const SPACE = /(?:[\t\n\f\r ]+|\/\/[^\n]*)+/y;
const IDENTIFIER = /[A-Za-z_]\w*/y;
const QUOTED_IDENTIFIER = /`([\w ./-]+)`/y;
const NUMBER = /0[xX][0-9A-Fa-f]+[uU]?|(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|\d+[uU]?/y;
const OPENING = /([bB]?[rR]?|[rR][bB])("""|'''|"|')/y;

const LARGEST_INT = 2n ** 63n;
const LARGEST_UINT = 2n ** 64n - 1n;

/** The longest expression that is read, in UTF-16 units. */
export const LONGEST_EXPRESSION = 65_536;

/** Takes an expression apart; the last token is the end. @throws CelSyntaxError */
export function tokenise(text: string): Token[] {
  if (text.length > LONGEST_EXPRESSION) throw new CelSyntaxError('the expression is too long', LONGEST_EXPRESSION);
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const [token, end] = tokenAt(text, at);
    tokens.push(token);
    at = end;
  }
  tokens.push({ is: 'end', at: text.length });
  return tokens;
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number): [Token, end: number] {
  const opening = matchAt(OPENING, text, at);
  if (opening !== null) return quoted(text, at, opening);
  const name = matchAt(IDENTIFIER, text, at)?.[0];
  if (name !== undefined) return [{ is: 'identifier', text: name, at }, at + name.length];
  const number = matchAt(NUMBER, text, at)?.[0];
  if (number !== undefined) return [numberOf(number, at), at + number.length];
  const symbol = SYMBOLS.find((each) => text.startsWith(each, at));
  if (symbol !== undefined) return [{ is: 'symbol', text: symbol, at }, at + symbol.length];
  const [whole = '', field = ''] = matchAt(QUOTED_IDENTIFIER, text, at) ?? [];
  if (whole !== '') return [{ is: 'quoted-identifier', text: field, at }, at + whole.length];
  throw new CelSyntaxError('a character is not understood', at);
}

function numberOf(text: string, at: number): Token {
  if (!/^0[xX]/.test(text) && /[.eE]/.test(text)) {
    const value = Number(text);
    if (!Number.isFinite(value)) throw new CelSyntaxError('a number is too large', at);
    return { is: 'double', value, at };
  }
  const isUnsigned = /[uU]$/.test(text);
  const value = BigInt(isUnsigned ? text.slice(0, -1) : text);
  // The smallest int is written with a minus before a number that is one too large.
  if (value > (isUnsigned ? LARGEST_UINT : LARGEST_INT)) throw new CelSyntaxError('a number is too large', at);
  return { is: isUnsigned ? 'uint' : 'int', value, at };
}

/** A literal in quotes: raw or not, of characters or bytes, on one line or several. */
function quoted(text: string, at: number, [opening, prefix = '', quote = '']: RegExpExecArray): [Token, end: number] {
  const isRaw = /r/i.test(prefix);
  const start = at + opening.length;
  const end = closingQuote(text, start, quote, isRaw);
  const body = text.slice(start, end).replaceAll(/\r\n?/g, '\n');
  if (end === -1 || (quote.length === 1 && body.includes('\n'))) {
    throw new CelSyntaxError('a text in quotes does not end', at);
  }
  const behind = end + quote.length;
  if (/b/i.test(prefix)) {
    const value = isRaw ? new TextEncoder().encode(body) : unescapeBytes(body, at);
    return [{ is: 'bytes', value, at }, behind];
  }
  return [{ is: 'string', value: isRaw ? body : unescapeString(body, at), at }, behind];
}

/** The offset of the closing quote, or -1. */
function closingQuote(text: string, start: number, quote: string, isRaw: boolean): number {
  for (let index = start; index < text.length; index += 1) {
    if (!isRaw && text[index] === '\\') index += 1;
    else if (text.startsWith(quote, index)) return index;
  }
  return -1;
}
