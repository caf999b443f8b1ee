import type { InputLocation } from '../../core/diagnostic.ts';
import type { LineScope } from '../../core/exception.ts';
import type { Comment } from '../../text/comments.ts';
import type { TextDocument } from '../../text/document.ts';
import { cell, END, KEY_START, START } from '../../text/positions.ts';
import type { SourceFile } from './source-file.ts';

/** First and last line. */
export type LineRange = Pick<LineScope, 'firstLine' | 'lastLine'>;

/** Where a comment stands. */
export function commentLocation(file: SourceFile, { line, column, text }: Comment): InputLocation {
  return { file: file.shown, line, column, endLine: line, endColumn: column + text.length + 1 };
}

/** Tells the lines that a comment of a document is about. */
export function scopesIn(file: SourceFile, document: TextDocument): (comment: Comment) => LineRange {
  const lines = file.lines();
  const root = cell(document.positions, 0, START);
  const firstOfDocument = lines.at(document.start).line;
  const lastOfDocument = lines.at(Math.max(document.end - 1, document.start)).line;
  const lastLines = lastLinesOf(file, document);
  /** Lines without content, and the one with content behind them: found once for all comments of a block. */
  let skipped = { from: 0, to: 0 };

  function contentFrom(line: number): number {
    if (line < skipped.from || line > skipped.to) {
      let to = line;
      while (to <= lastOfDocument && /^\s*(?:#|$)/.test(lines.text(to))) to += 1;
      skipped = { from: line, to };
    }
    return skipped.to;
  }

  return ({ line, isAlone }) => {
    if (isAlone && lines.start(line) < root) return { firstLine: firstOfDocument, lastLine: lastOfDocument };
    const content = isAlone ? contentFrom(line + 1) : line;
    if (content > lastOfDocument) return { firstLine: line, lastLine: line };
    return { firstLine: content, lastLine: lastLines.get(content) ?? content };
  };
}

/** The last line of the keys and list entries that start on each line. */
function lastLinesOf(file: SourceFile, { positions }: TextDocument): ReadonlyMap<number, number> {
  const lines = file.lines();
  const lastLines = new Map<number, number>();
  for (let node = 1; node < positions.keys.length; node += 1) {
    const keyStart = cell(positions, node, KEY_START);
    const start = keyStart === -1 ? cell(positions, node, START) : keyStart;
    const end = cell(positions, node, END);
    if (start === -1 || end <= start) continue;
    const { line } = lines.at(start);
    lastLines.set(line, Math.max(lastLines.get(line) ?? line, lines.at(end - 1).line));
  }
  return lastLines;
}
