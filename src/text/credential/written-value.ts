import type { TextSpan } from '../text-span.ts';

/**
 * How far an unquoted value reaches: to the end of its line, the same in the middle of a line, or to the next delimiter of a
 * list, of a connection string, of a token.
 */
export type ValueReach = 'line' | 'clause' | 'flow' | 'connection' | 'token';

const LONGEST_VALUE = 16_384;
/** A name may stand thousands of times on a line, so only what has a line for itself is read to its end. */
const LONGEST_TOKEN = 512;
const LONGEST_LINE = 4096;
const ENDS: Readonly<Record<ValueReach, RegExp>> = {
  line: /[\r\n]/,
  clause: /["\r\n]/,
  flow: /[,}\]\r\n]/,
  connection: /[;"'`\r\n]/,
  token: /[\s;&,)}\]"'`<>|\\]/,
};
/** The brackets of a reference end no value. */
const REFERENCE = /\$\([^()\r\n]{0,256}\)|\$\{[^{}\r\n]{0,256}\}|\{\{[^{}\r\n]{0,256}\}\}/g;
const BLOCK_HEADER = /^[|>][+-]?\d?[+-]?(?:[ \t]+#.*|[ \t]*)$/;

/** Where the value that starts at an offset stands, without its quotes; empty if there is none. */
export function writtenValue(text: string, offset: number, reach: ValueReach): TextSpan {
  const first = text.charAt(offset);
  if (text.startsWith('"""', offset) || text.startsWith("'''", offset))
    return closedBy(text, offset + 3, first.repeat(3));
  if (first === '\\' && '"\''.includes(text.charAt(offset + 1) || ' '))
    return closedBy(text, offset + 2, text.slice(offset, offset + 2));
  if (first === '"' || first === "'" || first === '`') return quoted(text, offset + 1, first);
  return unquoted(text, offset, reach);
}

/** Up to the closing quote; a backslash, or a second single quote, takes a quote's meaning away. */
function quoted(text: string, start: number, quote: string): TextSpan {
  const limit = Math.min(text.length, start + LONGEST_VALUE);
  for (let offset = start; offset < limit; offset += 1) {
    const character = text.charAt(offset);
    if (character === '\\') offset += 1;
    else if (character === quote && quote === "'" && text.charAt(offset + 1) === quote) offset += 1;
    else if (character === quote) return { start, end: offset };
  }
  return unquoted(text, start, 'line');
}

function closedBy(text: string, start: number, close: string): TextSpan {
  const length = text.slice(start, start + LONGEST_VALUE).indexOf(close);
  return length === -1 ? unquoted(text, start, 'line') : { start, end: start + length };
}

function unquoted(text: string, start: number, reach: ValueReach): TextSpan {
  const rest = text.slice(start, start + (reach === 'line' ? LONGEST_LINE : LONGEST_TOKEN));
  const stop = rest.replace(REFERENCE, (reference) => 'x'.repeat(reference.length)).search(ENDS[reach]);
  const shown = stop === -1 ? rest : rest.slice(0, stop);
  if (reach === 'line' && BLOCK_HEADER.test(shown)) return block(text, start, start + shown.length);
  const comment = shown.indexOf(' #');
  return { start, end: start + lengthOfValue(comment === -1 ? shown : shown.slice(0, comment)) };
}

/** The length without white space and list separators at the end. */
function lengthOfValue(text: string): number {
  let length = text.length;
  while (length > 0 && /[\s,;]/.test(text.charAt(length - 1))) length -= 1;
  return length;
}

/** The lines below a block header that are indented deeper than the line it stands on. */
function block(text: string, header: number, stop: number): TextSpan {
  const lineStart = text.lastIndexOf('\n', header) + 1;
  const indentation = indentationAt(text, lineStart);
  let end = stop;
  let next = text.indexOf('\n', stop);
  while (next !== -1 && next - header < LONGEST_VALUE * 4) {
    const lineEnd = text.indexOf('\n', next + 1);
    const line = text.slice(next + 1, lineEnd === -1 ? text.length : lineEnd);
    if (line.trim() !== '' && indentationAt(text, next + 1) <= indentation) break;
    if (line.trim() !== '') end = next + 1 + line.trimEnd().length;
    next = lineEnd;
  }
  const bodyStart = text.indexOf('\n', stop) + 1;
  return bodyStart === 0 || end <= bodyStart ? { start: header, end: header } : { start: bodyStart, end };
}

function indentationAt(text: string, start: number): number {
  let offset = start;
  while (text.charAt(offset) === ' ') offset += 1;
  return offset - start;
}
