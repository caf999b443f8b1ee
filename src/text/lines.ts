/**
 * Offsets of line starts, to turn offsets into lines and columns and back. Breaks are LF, CRLF and CR. A byte order mark is
 * no part of the first line: editors do not count it.
 */
export interface Lines {
  readonly count: number;
  /** Line and column of an offset, both from 1, the column in UTF-16 units. */
  at(offset: number): { readonly line: number; readonly column: number };
  /** The offset of a line's first character. */
  start(line: number): number;
  /** The text of a line without its break; empty outside the text. */
  text(line: number): string;
}

/** Reads the line starts of a text once. */
export function createLines(text: string): Lines {
  const starts = lineStarts(text);
  const count = starts.length;
  return {
    count,
    at(offset) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(starts, middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(offset - startOf(starts, low), 0) + 1 };
    },
    start: (line) => startOf(starts, line - 1),
    text(line) {
      if (line < 1 || line > count) return '';
      const end = line < count ? startOf(starts, line) : text.length;
      return text.slice(startOf(starts, line - 1), end).replace(/[\r\n]+$/, '');
    },
  };
}

function startOf(starts: Uint32Array, index: number): number {
  return starts[index] ?? 0;
}

const LEAST_ROOM = 4096;
/** More room is not kept for the next text. */
const MOST_ROOM = 262_144;

/** Room for the lines of one text after another. */
let room = new Uint32Array(LEAST_ROOM);

function lineStarts(text: string): Uint32Array {
  const starts = countStarts(text);
  if (room.length > MOST_ROOM) room = new Uint32Array(LEAST_ROOM);
  return starts;
}

function countStarts(text: string): Uint32Array {
  room[0] = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let count = 1;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) {
    count = keepStart(offset + 1, count);
  }
  if (!text.includes('\r')) return room.slice(0, count);
  for (let offset = text.indexOf('\r'); offset !== -1; offset = text.indexOf('\r', offset + 1)) {
    if (text.charCodeAt(offset + 1) !== 10) count = keepStart(offset + 1, count);
  }
  return room.slice(0, count).toSorted();
}

function keepStart(start: number, count: number): number {
  if (count === room.length) {
    const larger = new Uint32Array(count * 2);
    larger.set(room);
    room = larger;
  }
  room[count] = start;
  return count + 1;
}
