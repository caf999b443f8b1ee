import type { LineScope } from '../../core/exception.ts';
import { commentSuppressions, type Reach, suppressionWords } from '../../migration/comment-suppressions.ts';
import type { PlacedSuppression } from '../../migration/suppression.ts';
import { type Comment, commentsWith } from '../../text/comments.ts';
import type { TextDocument } from '../../text/document.ts';
import { cell, END, followPath, START } from '../../text/positions.ts';
import { firstEndingBehind, type TextSpan } from '../../text/text-span.ts';
import { commentLocation, type LineRange, scopesIn } from './comment-scope.ts';
import { objectsOf } from './objects.ts';
import type { SourceFile } from './source-file.ts';

/** What a file's comments tell other tools not to report. */
export function commentSuppressionsIn(file: SourceFile): PlacedSuppression[] {
  const words = wordsOfComments(file.text);
  if (words.length === 0) return [];
  const firstContent = firstLineOfContent(file);
  /** A command for the whole file is needed once, however often it stands there. */
  const ofFile = new Set<string>();
  return file.documents.flatMap((document) => {
    const placeOf = placesIn(file, document);
    return words
      .flatMap((word) => commentsWith(word, file.text, document, file.lines()))
      .flatMap((comment) =>
        commentSuppressions(comment.text).flatMap(({ reach, ...suppression }) => {
          if (reach === 'file') {
            const key = suppression.id ?? '';
            if (comment.line > firstContent || ofFile.has(key)) return [];
            ofFile.add(key);
          }
          const scope: LineScope = { of: 'lines', file: file.shown, ...placeOf(comment, reach) };
          return [{ ...suppression, scope, location: commentLocation(file, comment) }];
        }),
      );
  });
}

/** The words that stand behind a number sign on its line: only such may be of a comment. */
function wordsOfComments(text: string): readonly string[] {
  const found = new Set<string>();
  for (let start = text.indexOf('#'); start !== -1; ) {
    const feed = text.indexOf('\n', start);
    const line = text.slice(start, feed === -1 ? text.length : feed);
    for (const word of suppressionWords) if (line.includes(word)) found.add(word);
    start = feed === -1 ? -1 : text.indexOf('#', feed);
  }
  return suppressionWords.filter((word) => found.has(word));
}

/** Commands for the whole file stand above it. */
function firstLineOfContent(file: SourceFile): number {
  const lines = file.lines();
  let line = 1;
  while (line <= lines.count && /^\s*(?:#|$|---\s*(?:#|$))/.test(lines.text(line))) line += 1;
  return line;
}

/** Tells the lines that a comment of a document holds for. */
function placesIn(file: SourceFile, document: TextDocument): (comment: Comment, reach: Reach) => LineRange {
  const lines = file.lines();
  const blockOf = scopesIn(file, document);
  let objects: readonly TextSpan[] | undefined;
  return (comment, reach) => {
    if (reach === 'file') return { firstLine: 1, lastLine: lines.count };
    if (reach === 'line') return { firstLine: comment.line, lastLine: comment.line + 1 };
    if (reach === 'block') return blockOf(comment);
    objects ??= objectSpans(document);
    const offset = lines.start(comment.line) + comment.column - 1;
    const object = objects[firstEndingBehind(objects, offset)];
    if (object === undefined || object.start > offset) return blockOf(comment);
    return { firstLine: lines.at(object.start).line, lastLine: lines.at(Math.max(object.end - 1, object.start)).line };
  };
}

/** Where the objects of a document stand, in order: the document itself, or each item of a list. */
function objectSpans(document: TextDocument): TextSpan[] {
  return objectsOf(document.value).map(({ path }) => {
    if (path.length === 0) return { start: document.start, end: document.end };
    const { node } = followPath(document.positions, path);
    return { start: cell(document.positions, node, START), end: cell(document.positions, node, END) };
  });
}
