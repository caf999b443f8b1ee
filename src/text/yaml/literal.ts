import { DASH, LINE_FEED, PIPE, PLUS, RETURN, SPACE, TAB } from './characters.ts';
import type { LineCursor } from './line-cursor.ts';
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
 * Reads the literal block scalar (`|`, `|-`, `|+`) that starts here, below a collection at a column, line by line. Undefined for
 * what needs a closer look: folded text, an indentation in the header, a comment behind it, tabs, CRLF, no content.
 */
export function readLiteral({ text, codes, offset: start, end }: LineCursor, column: number): Literal | undefined {
  if (codes[start] !== PIPE) return undefined;
  const chomping = codes[start + 1];
  const header = start + (chomping === DASH || chomping === PLUS ? 2 : 1);
  if (header >= end || codes[header] !== LINE_FEED) return undefined;
  const lines: string[] = [];
  let line = header + 1;
  let indent = 0;
  let last = -1;
  let filled = 0;
  while (line < end) {
    let offset = line;
    const content = indent === 0 ? end : Math.min(line + indent, end);
    while (offset < content && codes[offset] === SPACE) offset += 1;
    if (offset >= end) break;
    const code = codes[offset];
    if (code === LINE_FEED) {
      // A blank line before the first text may be deeper than it: the exact reader knows what that means.
      if (indent === 0 && offset > line) return undefined;
      lines.push('');
      line = offset + 1;
      continue;
    }
    if (indent === 0) indent = offset - line;
    if (code === TAB || code === RETURN || indent <= column) return undefined;
    if (offset - line < indent) break;
    const feed = text.indexOf('\n', offset);
    last = feed === -1 || feed > end ? end : feed;
    if (codes[last - 1] === RETURN) return undefined;
    lines.push(text.slice(offset, last));
    filled = lines.length;
    line = last + 1;
  }
  if (last === -1 || last === end) return undefined;
  if (chomping !== PLUS) lines.length = filled;
  // An empty last line stands for the line break before it.
  if (chomping !== DASH) lines.push('');
  // Joined at once: piece by piece they would stay a long chain of pieces in memory.
  const written = lines.length === 1 ? ownString(text, last - (lines[0] ?? '').length, last) : lines.join('\n');
  return { text: written, end: last, next: Math.min(line, end) };
}
