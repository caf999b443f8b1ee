import type { TextDocument } from './document.ts';
import type { Lines } from './lines.ts';
import { cell, END, KEY_END, KEY_START, NEXT, START } from './positions.ts';
import { firstEndingBehind, type TextSpan } from './text-span.ts';

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
  let scalars: readonly TextSpan[] | undefined;
  let offset = text.indexOf(word, document.start);
  while (offset !== -1 && offset < document.end) {
    const { line } = lines.at(offset);
    scalars ??= scalarSpans(text, document);
    const comment = commentOfLine(line, scalars, lines);
    if (comment?.text.includes(word)) comments.push(comment);
    const nextLine = line < lines.count ? lines.start(line + 1) : text.length;
    offset = text.indexOf(word, nextLine);
  }
  return comments;
}

function commentOfLine(line: number, scalars: readonly TextSpan[], lines: Lines): Comment | undefined {
  const lineText = lines.text(line);
  const start = lines.start(line);
  for (let column = lineText.indexOf('#'); column !== -1; column = lineText.indexOf('#', column + 1)) {
    const isSeparated = column === 0 || ' \t'.includes(lineText.charAt(column - 1));
    if (!isSeparated || isInside(scalars, start + column)) continue;
    const isAlone = lineText.slice(0, column).trim() === '';
    return { line, column: column + 1, text: lineText.slice(column + 1), isAlone };
  }
  return undefined;
}

/** Where keys and scalars stand, in order. The header of a block scalar is left out: a comment may stand behind it. */
export function scalarSpans(text: string, { positions }: TextDocument): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let node = 0; node < positions.keys.length; node += 1) {
    const keyStart = cell(positions, node, KEY_START);
    if (keyStart !== -1) spans.push({ start: keyStart, end: cell(positions, node, KEY_END) });
    const start = cell(positions, node, START);
    const isLeaf = start !== -1 && cell(positions, node, NEXT) === node + 1;
    if (!isLeaf || '[{'.includes(text.charAt(start))) continue;
    const end = cell(positions, node, END);
    spans.push({ start: '|>'.includes(text.charAt(start)) ? endOfLine(text, start, end) : start, end });
  }
  return spans;
}

function endOfLine(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && text.charAt(offset) !== '\n' && text.charAt(offset) !== '\r') offset += 1;
  return offset;
}

/** True if an offset lies in one of the spans, which stand in order. */
export function isInside(spans: readonly TextSpan[], offset: number): boolean {
  return (spans[firstEndingBehind(spans, offset)]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}
