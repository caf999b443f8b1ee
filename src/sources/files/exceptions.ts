import { type Exception, parseExceptionComment } from '../../core/exception.ts';
import { type Comment, commentsWith } from '../../text/comments.ts';
import { commentLocation, type LineRange, scopesIn } from './comment-scope.ts';
import type { SourceFile } from './source-file.ts';

const WORD = 'seawall:ignore';

/**
 * The exceptions in a file's comments. A comment behind a line holds for that line and the block it opens; one alone on a
 * line for the next line and its block; one above the first line of a document for the whole document.
 */
export function commentExceptions(file: SourceFile): Exception[] {
  if (!file.text.includes(WORD)) return [];
  return file.documents.flatMap((document) => {
    const comments = commentsWith(WORD, file.text, document, file.lines());
    if (comments.length === 0) return [];
    const scopeOf = scopesIn(file, document);
    return comments.flatMap((comment) => exceptionsOf(file, comment, scopeOf(comment)));
  });
}

function exceptionsOf(file: SourceFile, comment: Comment, range: LineRange): Exception[] {
  const parsed = parseExceptionComment(comment.text);
  if (parsed === undefined) return [];
  const checks = parsed.checks.length === 0 ? [''] : parsed.checks;
  return checks.map((check) => ({
    check,
    reason: parsed.terms.reason,
    until: parsed.terms.until,
    scope: { of: 'lines', file: file.shown, ...range },
    location: commentLocation(file, comment),
  }));
}
