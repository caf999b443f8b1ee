import type { Span } from '../../core/location.ts';
import type { SourceTexts } from '../../core/report.ts';
import { type Line, measure, paragraph, type Style } from './layout.ts';
import { columnAt, pieceStart, rowOf, type SourceRow, windowOf } from './source-row.ts';

const LINES_BEFORE = 2;

/** A place to quote, and what to say under it. */
export interface Quotation {
  readonly file: string;
  readonly span: Span;
  readonly note?: string;
  readonly style: Style;
}

/**
 * Quotes a line of a source with two lines before it and carets under the span, and the note behind the carets or, without
 * room, on the next line. Where the line is too long, all are cut to the same columns around the carets. No line if the
 * source was not read.
 */
export function quote(sources: SourceTexts, { file, span, note, style }: Quotation, columns: number): Line[] {
  const target = sources.line(file, span.line);
  if (target === undefined) return [];
  const digits = String(span.line).length;
  const room = Math.max(columns - digits - 3, 1);
  const first = pieceStart(target, span.column - 1);
  const row = rowOf(target, first);
  const focus = focusOf(row, span, target);
  const start = windowStart(row, focus, room);

  const lines: Line[] = [];
  for (let number = Math.max(span.line - LINES_BEFORE, 1); number < span.line; number += 1) {
    const text = sources.line(file, number);
    const shown = text === undefined ? undefined : windowOf(rowOf(text, first), start, room);
    // A line that ends left of the window says nothing, and a quote without it would have a hole.
    if (shown === undefined || shown === '…') lines.length = 0;
    else lines.push(numbered(number, digits, shown));
  }
  lines.push(numbered(span.line, digits, windowOf(row, start, room)));
  const from = focus.from - start;
  const carets = '^'.repeat(Math.max(Math.min(focus.to - start, room) - from, 1));
  const gutter = { text: `${' '.repeat(digits)} │ `, style: 'faint' } as const;
  const isBeside = note !== undefined && from + carets.length + 1 + measure(note) <= room;
  const marks = { text: isBeside ? `${carets} ${note}` : carets, style };
  lines.push(from === 0 ? [gutter, marks] : [gutter, { text: ' '.repeat(from) }, marks]);
  if (note !== undefined && !isBeside) lines.push(...paragraph(note, room, style).map((line) => [gutter, ...line]));
  return lines;
}

function numbered(number: number, digits: number, text: string): Line {
  const gutter = { text: `${String(number).padStart(digits)} │`, style: 'faint' } as const;
  return text === '' ? [gutter] : [gutter, { text: ` ${text}` }];
}

interface Focus {
  readonly from: number;
  readonly to: number;
}

/** The columns of a span; of one that runs over several lines, those on its first. */
function focusOf(row: SourceRow, span: Span, line: string): Focus {
  const end = span.endLine > span.line ? line.trimEnd().length : span.endColumn - 1;
  const from = columnAt(row, span.column - 1);
  return { from, to: Math.max(columnAt(row, end), from + 1) };
}

/** The first column to show, so that the focus is in sight with as much on both sides as fits. */
function windowStart(row: SourceRow, focus: Focus, room: number): number {
  if ((row.width <= room && !row.goesOn) || focus.to < room) return 0;
  const shown = Math.min(focus.to - focus.from, room - 2);
  const centred = focus.from - Math.floor((room - shown) / 2);
  const last = row.goesOn ? centred : row.width - room;
  return Math.max(Math.min(centred, last), 0);
}
