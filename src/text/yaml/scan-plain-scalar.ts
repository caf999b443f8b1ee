import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  EXCLAMATION,
  GREATER,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  LEFT_BRACE,
  LEFT_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  TAB,
} from './characters.ts';
import { type Folding, foldLines } from './folding.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** True where a plain scalar begins: at any character that means nothing else there. */
export function startsPlainScalar(scanner: Scanner): boolean {
  const code = scanner.at();
  if (code === DASH) return !isBlank(scanner.at(1));
  if (code === QUESTION || code === COLON) return scanner.flowLevel === 0 && !isBlankOrEnd(scanner.at(1));
  return !isBlankOrEnd(code) && !NO_PLAIN_START.has(code);
}

const NO_PLAIN_START = new Set([
  DASH,
  QUESTION,
  COLON,
  COMMA,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  LEFT_BRACE,
  RIGHT_BRACE,
  HASH,
  AMPERSAND,
  ASTERISK,
  EXCLAMATION,
  PIPE,
  GREATER,
  SINGLE_QUOTE,
  DOUBLE_QUOTE,
  PERCENT,
  AT,
  BACKTICK,
]);

/** Scans a plain scalar, over lines that are indented deeper than the collection around it. */
export function scanPlainScalar(scanner: Scanner): Token {
  const start = scanner.offset;
  const indent = scanner.indent + 1;
  let text = '';
  let end = start;
  let gap: Folding | undefined;
  while (!scanner.isDocumentMarker() && scanner.at() !== HASH) {
    const from = scanner.offset;
    while (!isBlankOrEnd(scanner.at()) && !endsHere(scanner)) scanner.offset += 1;
    if (scanner.offset > from) {
      text += (gap === undefined ? '' : foldLines(gap)) + scanner.text.slice(from, scanner.offset);
      gap = undefined;
      end = scanner.offset;
    }
    if (!isBlank(scanner.at()) && !isBreak(scanner.at())) break;
    gap = skipGap(scanner, indent, gap);
    if (scanner.flowLevel === 0 && scanner.column < indent) break;
  }
  if (gap !== undefined && gap.firstBreak !== '') scanner.isKeyAllowed = true;
  return { type: 'scalar', start, end, text, isPlain: true };
}

/** A colon before a blank ends it everywhere, brackets and commas inside a flow collection. */
function endsHere(scanner: Scanner): boolean {
  const code = scanner.at();
  if (code === COLON) return isBlankOrEnd(scanner.at(1));
  return scanner.flowLevel > 0 && FLOW_ENDS.has(code);
}

const FLOW_ENDS = new Set([COMMA, QUESTION, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE]);

function skipGap(scanner: Scanner, indent: number, before: Folding | undefined): Folding {
  const gap = before ?? { blanks: '', firstBreak: '', moreBreaks: '' };
  for (let code = scanner.at(); isBlank(code) || isBreak(code); code = scanner.at()) {
    if (isBreak(code)) {
      if (gap.firstBreak === '') gap.firstBreak = scanner.readBreak();
      else gap.moreBreaks += scanner.readBreak();
      continue;
    }
    if (gap.firstBreak !== '' && scanner.column < indent && code === TAB) {
      scanner.refuse('expected spaces: tabs cannot indent');
    }
    if (gap.firstBreak === '') gap.blanks += String.fromCharCode(code);
    scanner.offset += 1;
  }
  return gap;
}
