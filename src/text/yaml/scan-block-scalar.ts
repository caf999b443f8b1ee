import {
  DASH,
  END_OF_TEXT,
  HASH,
  isBlank,
  isBreak,
  isBreakOrEnd,
  isDigit,
  PIPE,
  PLUS,
  SPACE,
  TAB,
  ZERO,
} from './characters.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** Scans `|` or `>` with its header and lines. */
export function scanBlockScalar(scanner: Scanner): Token {
  const start = scanner.offset;
  const isLiteral = scanner.at() === PIPE;
  const header = scanHeader(scanner, start);
  const given = header.increment === 0 ? 0 : Math.max(scanner.indent, 0) + header.increment;
  let { end } = header;
  let text = '';
  let lastBreak = '';
  let startsBlank = false;
  let { indent, breaks } = skipBreaks(scanner, given);
  while (scanner.column === indent && scanner.at() !== END_OF_TEXT) {
    const isBlankStart = isBlank(scanner.at());
    const folds = !isLiteral && !startsBlank && !isBlankStart && lastBreak === '\n';
    text += folds ? (breaks === '' ? ' ' : '') : lastBreak;
    text += breaks;
    startsBlank = isBlankStart;
    const from = scanner.offset;
    while (!isBreakOrEnd(scanner.at())) scanner.offset += 1;
    text += scanner.text.slice(from, scanner.offset);
    end = scanner.offset;
    lastBreak = isBreak(scanner.at()) ? scanner.readBreak() : '';
    ({ indent, breaks } = skipBreaks(scanner, indent));
  }
  if (header.chomping !== 'strip') text += lastBreak;
  if (header.chomping === 'keep') text += breaks;
  return { type: 'scalar', start, end, text, isPlain: false };
}

interface Header {
  chomping: 'clip' | 'keep' | 'strip';
  /** Spaces of indentation below the collection around it; 0 where the first line decides. */
  increment: number;
  /** Behind its indicators. */
  end: number;
}

function scanHeader(scanner: Scanner, start: number): Header {
  const header: Header = { chomping: 'clip', increment: 0, end: 0 };
  scanner.offset += 1;
  if (scanChomping(scanner, header)) scanIncrement(scanner, header, start);
  else if (scanIncrement(scanner, header, start)) scanChomping(scanner, header);
  header.end = scanner.offset;
  while (isBlank(scanner.at())) scanner.offset += 1;
  if (scanner.at() === HASH) while (!isBreakOrEnd(scanner.at())) scanner.offset += 1;
  if (!isBreakOrEnd(scanner.at())) scanner.refuse('expected the text on the lines below');
  if (isBreak(scanner.at())) scanner.skipBreak();
  return header;
}

function scanChomping(scanner: Scanner, header: Header): boolean {
  const code = scanner.at();
  if (code !== PLUS && code !== DASH) return false;
  header.chomping = code === PLUS ? 'keep' : 'strip';
  scanner.offset += 1;
  return true;
}

function scanIncrement(scanner: Scanner, header: Header, start: number): boolean {
  const code = scanner.at();
  if (!isDigit(code)) return false;
  if (code === ZERO) scanner.refuse('expected an indentation of 1 to 9', start);
  header.increment = code - ZERO;
  scanner.offset += 1;
  return true;
}

/** Steps over indentation and empty lines; finds the indentation where none is given yet (0). */
function skipBreaks(scanner: Scanner, given: number): { indent: number; breaks: string } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    const limit = given === 0 ? Number.POSITIVE_INFINITY : given;
    while (scanner.column < limit && scanner.at() === SPACE) scanner.offset += 1;
    deepest = Math.max(deepest, scanner.column);
    if (scanner.column < limit && scanner.at() === TAB) {
      scanner.refuse('expected spaces: tabs cannot indent');
    }
    if (!isBreak(scanner.at())) break;
    breaks += scanner.readBreak();
  }
  const indent = given === 0 ? Math.max(deepest, scanner.indent + 1, 1) : given;
  return { indent, breaks };
}
