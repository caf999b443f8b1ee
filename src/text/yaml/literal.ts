import { DASH, LINE_FEED, PIPE, PLUS, RETURN, SPACE, TAB } from './characters.ts';
import { ownString } from './seen-texts.ts';

/** A literal block scalar with its place. */
export interface Literal {
  readonly text: string;
  /** The offset behind its last character that is no line break. */
  readonly end: number;
  /** The offset of the line behind it. */
  readonly next: number;
}

/**
 * Reads a literal block scalar (`|`, `|-`, `|+`) below a collection at a column, line by line. Undefined for anything that
 * needs a closer look: folded text, an indentation in the header, a comment behind it, tabs, CRLF, no content.
 */
export function readLiteral(text: string, start: number, end: number, column: number): Literal | undefined {
  if (text.charCodeAt(start) !== PIPE) return undefined;
  const chomping = text.charCodeAt(start + 1);
  const header = start + (chomping === DASH || chomping === PLUS ? 2 : 1);
  if (header >= end || text.charCodeAt(header) !== LINE_FEED) return undefined;
  const first = header + 1;
  let line = first;
  let indent = 0;
  let isEven = true;
  let last = -1;
  while (line < end) {
    let offset = line;
    const content = indent === 0 ? end : Math.min(line + indent, end);
    while (offset < content && text.charCodeAt(offset) === SPACE) offset += 1;
    const feed = text.indexOf('\n', offset);
    const stop = feed === -1 || feed > end ? end : feed;
    const code = offset < stop ? text.charCodeAt(offset) : LINE_FEED;
    if (code === LINE_FEED) {
      if (offset >= end) break;
      // A blank line before the first text may be deeper than it: the exact reader knows what that means.
      if (indent === 0 && offset > line) return undefined;
      if (offset > line) isEven = false;
      line = stop + 1;
      continue;
    }
    if (code === TAB || text.charCodeAt(stop - 1) === RETURN) return undefined;
    if (indent === 0) {
      indent = offset - line;
      if (indent <= column) return undefined;
    }
    if (offset - line < indent) break;
    last = stop;
    line = stop + 1;
  }
  if (last === -1 || last === end) return undefined;
  const stop = chomping === PLUS ? Math.min(line, end) : chomping === DASH ? last : last + 1;
  return { text: unindented(text, first, stop, indent, isEven), end: last, next: Math.min(line, end) };
}

/**
 * Lines without their indentation, all at once: piece by piece they would stay a long chain of pieces in memory. `isEven` tells
 * that none is shorter than the indentation, but for empty ones.
 */
function unindented(text: string, start: number, end: number, indent: number, isEven: boolean): string {
  if (!isEven) return ownString(text.slice(start, end).replaceAll(new RegExp(`^ {0,${indent}}`, 'gm'), ''));
  const from = text.charCodeAt(start) === LINE_FEED ? start : start + indent;
  const lines = text.slice(from, end);
  const unindentedLines = lines.replaceAll(`\n${' '.repeat(indent)}`, '\n');
  return unindentedLines.length < lines.length ? unindentedLines : ownString(lines);
}
