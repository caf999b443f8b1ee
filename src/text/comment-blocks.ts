/** A stretch of a text that looks like a comment. */
export interface CommentBlock {
  readonly start: number;
  /** What stands there, with a space for each number sign that opens a line: offsets stay. */
  readonly text: string;
}

/** The sign that opens a line of comment, with more of them as people draw lines. */
const OPENING = /^[ \t]*#+/gm;

/**
 * What looks like a comment: from a number sign behind white space to the end of its line, joined with the lines of comments
 * below. It may lie in a scalar; only the positions of a document tell.
 */
export function* commentBlocks(text: string): Iterable<CommentBlock> {
  for (let start = text.indexOf('#'); start !== -1; ) {
    const end = isOpening(text, start) ? endOfBlock(text, start) : start + 1;
    if (end > start + 1) yield { start, text: text.slice(start, end).replace(OPENING, blank) };
    start = text.indexOf('#', end);
  }
}

function isOpening(text: string, offset: number): boolean {
  return offset === 0 || /\s/.test(text.charAt(offset - 1));
}

function endOfBlock(text: string, start: number): number {
  let end = endOfLine(text, start);
  for (let next = end + 1; next < text.length; next = end + 1) {
    while (text.charAt(next) === ' ' || text.charAt(next) === '\t') next += 1;
    if (text.charAt(next) !== '#') break;
    end = endOfLine(text, next);
  }
  return end;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function blank(opening: string): string {
  return ' '.repeat(opening.length);
}
