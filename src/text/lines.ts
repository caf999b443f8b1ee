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

function lineStarts(text: string): Uint32Array {
  const hasReturn = text.includes('\r');
  const starts = new Uint32Array(1 + occurrences(text, '\n') + (hasReturn ? occurrences(text, '\r') : 0));
  starts[0] = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let count = 1;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) {
    starts[count] = offset + 1;
    count += 1;
  }
  if (!hasReturn) return starts;
  for (let offset = text.indexOf('\r'); offset !== -1; offset = text.indexOf('\r', offset + 1)) {
    if (text.charCodeAt(offset + 1) === 10) continue;
    starts[count] = offset + 1;
    count += 1;
  }
  return starts.subarray(0, count).toSorted();
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let offset = text.indexOf(character); offset !== -1; offset = text.indexOf(character, offset + 1)) count += 1;
  return count;
}
