import { neutralise } from '../neutralise.ts';
import { charactersOf, measure } from './layout.ts';

const TAB_COLUMNS = 4;
/** Of a longer line only a piece is looked at: a file may be one line. */
const LONGEST_PIECE = 4096;

/** One character of a source line as shown, and where it starts. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly offset: number;
  /** Columns from 0. */
  readonly column: number;
}

/** A line of a source, or a piece of a very long one, as it stands in a terminal. */
export interface SourceRow {
  readonly cells: readonly Cell[];
  readonly width: number;
  /** The offset behind the last cell. */
  readonly end: number;
  /** True if the line goes on behind the cells. */
  readonly goesOn: boolean;
}

/** The offset at which the piece of a line starts that holds an offset in its middle; 0 for a line that is taken whole. */
export function pieceStart(line: string, offset: number): number {
  return line.length <= LONGEST_PIECE ? 0 : Math.max(Math.min(offset, line.length) - LONGEST_PIECE / 2, 0);
}

/** Lays a line out from an offset on: tabs become spaces, and what a terminal would obey becomes visible. */
export function rowOf(line: string, first: number): SourceRow {
  const piece = line.slice(first, first + LONGEST_PIECE);
  const cells = /^[ -~]*$/.test(piece) ? plainCells(piece, first) : cellsOf(piece, first);
  const last = cells.at(-1);
  return {
    cells,
    width: last === undefined ? 0 : last.column + last.width,
    end: first + piece.length,
    goesOn: line.length > first + LONGEST_PIECE,
  };
}

/** The same as `cellsOf` for text in which every unit takes one column, without asking what a character is. */
function plainCells(piece: string, first: number): Cell[] {
  return Array.from(piece, (text, column) => ({ text, width: 1, offset: first + column, column }));
}

function cellsOf(piece: string, first: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of charactersOf(piece)) {
    const text = segment === '\t' ? ' '.repeat(TAB_COLUMNS - (column % TAB_COLUMNS)) : neutralise(segment);
    const width = measure(text);
    cells.push({ text, width, offset: first + index, column });
    column += width;
  }
  return cells;
}

/** The column of the character that an offset lies in; that behind the last one for an offset behind the row. */
export function columnAt({ cells, width, end }: SourceRow, offset: number): number {
  if (offset >= end) return width;
  return cells.findLast((cell) => cell.offset <= offset)?.column ?? 0;
}

/** So many columns of a row from `start` on, `…` standing for what is cut off at either end. */
export function windowOf(row: SourceRow, start: number, columns: number): string {
  const isCutLeft = start > 0 && row.width > 0;
  const isCutRight = row.goesOn || row.width - start > columns;
  const end = isCutRight ? columns - 1 : columns;
  let text = isCutLeft ? '…' : '';
  let column = isCutLeft ? 1 : 0;
  for (const cell of row.cells) {
    const from = cell.column - start;
    if (from < column) continue;
    if (from + cell.width > end) break;
    text += ' '.repeat(from - column) + cell.text;
    column = from + cell.width;
  }
  return isCutRight ? `${text}${' '.repeat(Math.max(end - column, 0))}…` : text.trimEnd();
}
