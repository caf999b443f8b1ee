import type { TextDocument } from './document.ts';
import type { Lines } from './lines.ts';
import { cell, END, KEY_END, KEY_START, NEXT, START } from './positions.ts';

/** A comment of a document. */
export interface Comment {
  readonly line: number;
  readonly column: number;
  /** What stands behind the number sign. */
  readonly text: string;
  /** True if nothing else stands on the line. */
  readonly isAlone: boolean;
}

/** The comments of a YAML document that hold a word, in order. A `#` inside a scalar is none. */
export function commentsWith(word: string, text: string, document: TextDocument, lines: Lines): Comment[] {
  const comments: Comment[] = [];
  let offset = text.indexOf(word, document.start);
  while (offset !== -1 && offset < document.end) {
    const { line } = lines.at(offset);
    const comment = commentOfLine(line, document, lines);
    if (comment?.text.includes(word)) comments.push(comment);
    const nextLine = line < lines.count ? lines.start(line + 1) : text.length;
    offset = text.indexOf(word, nextLine);
  }
  return comments;
}

function commentOfLine(line: number, document: TextDocument, lines: Lines): Comment | undefined {
  const lineText = lines.text(line);
  const start = lines.start(line);
  for (let column = lineText.indexOf('#'); column !== -1; column = lineText.indexOf('#', column + 1)) {
    const isSeparated = column === 0 || ' \t'.includes(lineText.charAt(column - 1));
    if (!isSeparated || isInScalar(document, start + column)) continue;
    const isAlone = lineText.slice(0, column).trim() === '';
    return { line, column: column + 1, text: lineText.slice(column + 1), isAlone };
  }
  return undefined;
}

function isInScalar(document: TextDocument, offset: number): boolean {
  const { positions } = document;
  for (let node = 0; node < positions.keys.length; node += 1) {
    if (cell(positions, node, KEY_START) <= offset && offset < cell(positions, node, KEY_END)) return true;
    const isLeaf = cell(positions, node, NEXT) === node + 1;
    if (isLeaf && cell(positions, node, START) <= offset && offset < cell(positions, node, END)) return true;
  }
  return false;
}
