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
  for (let start = 0; start !== -1; ) {
    const next = nextDocument(text, start);
    yield { start, end: next === -1 ? text.length : next };
    start = next;
  }
}

/** Where the document ends that starts at an offset, and the next one starts; -1 for the last one. */
export function nextDocument(text: string, start: number): number {
  MARKER.lastIndex = start;
  for (let match = MARKER.exec(text); match !== null; match = MARKER.exec(text)) {
    if (match[0] === '...') return match.index + 3;
    if (!isPrefix(text, start, match.index)) return match.index;
  }
  return -1;
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
