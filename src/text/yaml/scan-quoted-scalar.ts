import { BACKSLASH, DOUBLE_QUOTE, END_OF_TEXT, isBlank, isBlankOrEnd, isBreak, SINGLE_QUOTE } from './characters.ts';
import { type Folding, foldLines } from './folding.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const CODE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Scans a scalar in single or double quotes, over any number of lines. */
export function scanQuotedScalar(scanner: Scanner): Token {
  const start = scanner.offset;
  const quote = scanner.at();
  let text = '';
  scanner.offset += 1;
  for (;;) {
    if (scanner.isDocumentMarker()) scanner.refuse('expected a closing quote before the document ends', start);
    if (scanner.at() === END_OF_TEXT) scanner.refuse('expected a closing quote before the end', start);
    const gap: Folding = { blanks: '', firstBreak: '', moreBreaks: '' };
    const joins = { continues: false };
    text += scanWord(scanner, quote, start, joins);
    if (scanner.at() === quote) break;
    skipGap(scanner, gap, joins.continues);
    text += joins.continues ? gap.moreBreaks : foldLines(gap);
  }
  scanner.offset += 1;
  return { type: 'scalar', start, end: scanner.offset, text, isPlain: false };
}

/** Scans up to a blank, the closing quote, or a break that a backslash takes away (`joins.continues`). */
function scanWord(scanner: Scanner, quote: number, start: number, joins: { continues: boolean }): string {
  let text = '';
  let from = scanner.offset;
  for (let code = scanner.at(); !isBlankOrEnd(code); code = scanner.at()) {
    if (code === quote) {
      if (quote !== SINGLE_QUOTE || scanner.at(1) !== SINGLE_QUOTE) break;
      text += scanner.text.slice(from, scanner.offset + 1);
      scanner.offset += 2;
      from = scanner.offset;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      text += scanner.text.slice(from, scanner.offset);
      if (isBreak(scanner.at(1))) {
        scanner.offset += 1;
        scanner.skipBreak();
        joins.continues = true;
        return text;
      }
      text += scanEscape(scanner, start);
      from = scanner.offset;
    } else scanner.offset += 1;
  }
  return text + scanner.text.slice(from, scanner.offset);
}

function scanEscape(scanner: Scanner, start: number): string {
  const letter = String.fromCharCode(Math.max(scanner.at(1), 0));
  const length = CODE_LENGTHS.get(letter);
  if (length === undefined) {
    const character = ESCAPES.get(letter);
    if (character === undefined) scanner.refuse(`"\\${letter}" is no escape: expected "\\\\" for a backslash`);
    scanner.offset += 2;
    return character;
  }
  const digits = scanner.text.slice(scanner.offset + 2, Math.min(scanner.offset + 2 + length, scanner.end));
  if (digits.length < length || !/^[\da-fA-F]+$/.test(digits)) {
    scanner.refuse(`expected ${length} hexadecimal digits behind "\\${letter}"`);
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    scanner.refuse('there is no character of this number', start);
  }
  scanner.offset += 2 + length;
  return String.fromCodePoint(code);
}

function skipGap(scanner: Scanner, gap: Folding, continues: boolean): void {
  for (let code = scanner.at(); isBlank(code) || isBreak(code); code = scanner.at()) {
    if (isBreak(code)) {
      if (gap.firstBreak === '' && !continues) gap.firstBreak = scanner.readBreak();
      else gap.moreBreaks += scanner.readBreak();
      continue;
    }
    if (gap.firstBreak === '' && !continues) gap.blanks += String.fromCharCode(code);
    scanner.offset += 1;
  }
}
