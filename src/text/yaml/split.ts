import { BYTE_ORDER_MARK } from './characters.ts';

/** The offsets of one document in a stream. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
/** Blank lines, comments and directives belong to the document that follows them. */
const PREFIX_LINE = /(?:[ \t]*(?:#[^\r\n]*)?|%[^\r\n]*)(?:\r\n?|\n)/y;

/**
 * Cuts a stream at its document markers, so that a broken document does not take the next one with it.
 * `---` and `...` at the start of a line are markers even inside block and quoted scalars (YAML 1.2.2, 9.1.2).
 */
export function* splitDocuments(text: string): Iterable<Segment> {
  let start = 0;
  for (const match of text.matchAll(MARKER)) {
    const isEnd = match[0] === '...';
    if (!isEnd && isPrefix(text, start, match.index)) continue;
    const end = isEnd ? match.index + 3 : match.index;
    yield { start, end };
    start = end;
  }
  yield { start, end: text.length };
}

function isPrefix(text: string, start: number, end: number): boolean {
  // A byte order mark belongs to the first document.
  let offset = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  while (offset < end) {
    PREFIX_LINE.lastIndex = offset;
    if (!PREFIX_LINE.test(text)) return false;
    offset = PREFIX_LINE.lastIndex;
  }
  return offset === end;
}
