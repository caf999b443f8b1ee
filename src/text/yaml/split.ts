import { BYTE_ORDER_MARK, DOT, isBlank, LINE_FEED } from './characters.ts';

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
  for (const marker of hasOtherBreaks(text) ? anyMarkers(text) : markers(text)) {
    const isEnd = text.charCodeAt(marker) === DOT;
    if (!isEnd && isPrefix(text, start, marker)) continue;
    const end = isEnd ? marker + 3 : marker;
    yield { start, end };
    start = end;
  }
  yield { start, end: text.length };
}

/** Whether a text may have lines that do not start behind a line feed. */
function hasOtherBreaks(text: string): boolean {
  return text.includes('\r') || text.includes('\u2028') || text.includes('\u2029');
}

function* anyMarkers(text: string): Iterable<number> {
  for (const match of text.matchAll(MARKER)) yield match.index;
}

/** The same for lines that end with line feeds, without a look at every line. */
function* markers(text: string): Iterable<number> {
  if (isMarker(text, 0)) yield 0;
  let start = text.indexOf('\n---');
  let end = text.indexOf('\n...');
  while (start !== -1 || end !== -1) {
    const isStart = end === -1 || (start !== -1 && start < end);
    const marker = (isStart ? start : end) + 1;
    if (isMarker(text, marker)) yield marker;
    if (isStart) start = text.indexOf('\n---', marker);
    else end = text.indexOf('\n...', marker);
  }
}

function isMarker(text: string, offset: number): boolean {
  if (!text.startsWith('---', offset) && !text.startsWith('...', offset)) return false;
  const code = text.charCodeAt(offset + 3);
  return offset + 3 === text.length || code === LINE_FEED || isBlank(code);
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
