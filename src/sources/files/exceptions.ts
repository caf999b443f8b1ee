import { type Exception, parseExceptionComment } from '../../core/exception.ts';
import { type Comment, commentsWith } from '../../text/comments.ts';
import type { TextDocument } from '../../text/document.ts';
import { cell, END, KEY_START, START } from '../../text/positions.ts';
import type { SourceFile } from './source-file.ts';

const WORD = 'seawall:ignore';

/**
 * The exceptions in a file's comments. A comment behind a line holds for that line and the block it opens; one alone on a
 * line for the next line and its block; one above the first line of a document for the whole document.
 */
export function commentExceptions(file: SourceFile): Exception[] {
  if (!file.text.includes(WORD)) return [];
  return file.documents.flatMap((document) =>
    commentsWith(WORD, file.text, document, file.lines()).flatMap((comment) => exceptionsOf(file, document, comment)),
  );
}

function exceptionsOf(file: SourceFile, document: TextDocument, comment: Comment): Exception[] {
  const parsed = parseExceptionComment(comment.text);
  if (parsed === undefined) return [];
  const { firstLine, lastLine } = linesOf(file, document, comment);
  const endColumn = comment.column + comment.text.length + 1;
  const checks = parsed.checks.length === 0 ? [''] : parsed.checks;
  return checks.map((check) => ({
    check,
    reason: parsed.terms.reason,
    until: parsed.terms.until,
    scope: { of: 'lines', file: file.shown, firstLine, lastLine },
    location: { file: file.shown, line: comment.line, column: comment.column, endLine: comment.line, endColumn },
  }));
}

function linesOf(file: SourceFile, document: TextDocument, comment: Comment): { firstLine: number; lastLine: number } {
  const lines = file.lines();
  const lastOfDocument = lines.at(Math.max(document.end - 1, document.start)).line;
  if (!comment.isAlone) return { firstLine: comment.line, lastLine: lastLineOfBlock(file, document, comment.line) };
  const root = cell(document.positions, 0, START);
  if (lines.start(comment.line) < root) return { firstLine: comment.line, lastLine: lastOfDocument };
  let next = comment.line + 1;
  while (next < lastOfDocument && /^\s*(?:#|$)/.test(lines.text(next))) next += 1;
  return { firstLine: next, lastLine: lastLineOfBlock(file, document, next) };
}

/** The last line of the keys and list entries that start on a line. */
function lastLineOfBlock(file: SourceFile, document: TextDocument, line: number): number {
  const { positions } = document;
  const lines = file.lines();
  let last = line;
  for (let node = 1; node < positions.keys.length; node += 1) {
    const keyStart = cell(positions, node, KEY_START);
    const start = keyStart === -1 ? cell(positions, node, START) : keyStart;
    if (start === -1 || lines.at(start).line !== line) continue;
    const end = cell(positions, node, END);
    if (end > start) last = Math.max(last, lines.at(end - 1).line);
  }
  return last;
}
