import type { TextEdit } from '../edit.ts';
import { afterBreak, breakOf, columnOf, lineEnd, lineStart, withoutBreak } from '../line-ends.ts';
import { cell, END, KEY_START, START } from '../positions.ts';
import {
  blockScalarHeader,
  childrenOf,
  dashOffset,
  type Editable,
  isBlock,
  isBlockScalar,
  lastOffset,
  propertiesOf,
  skipBlanks,
  skipSpace,
  tagRemoval,
} from './nodes.ts';
import { columnOfNode, isFirstOnLine } from './style.ts';
import { type BlockStyle, indentLines } from './write-value.ts';

/** A value as it is written: text that stays on its line, or the lines of a collection from column 0. */
export type Written = string | { readonly lines: readonly string[]; readonly isList: boolean };

/**
 * Puts another value in place of one whose indicator (the colon of its key, its dash) ends at an offset; for the root, which
 * has none, its own. `column` is that of the key or the dash, -1 for the root. Comments behind the indicator stay.
 */
export function replaceInBlock(
  source: Editable,
  node: number,
  place: { readonly indicator: number; readonly column: number; readonly style: BlockStyle },
  written: Written,
): TextEdit[] {
  const { text, document } = source;
  const { anchor, tag } = propertiesOf(source, node, place.indicator);
  const slot = Math.max(place.indicator, anchor?.end ?? -1);
  const { head, body } = partsOf(source, node, slot, place.column);
  const edits = tagRemoval(text, tag);
  if (typeof written === 'string') {
    const isEmpty = head.start === head.end;
    return joined(edits, { ...head, text: isEmpty ? ` ${written}` : written }, { ...body, text: '' });
  }
  const newline = breakAt(text, body.start);
  const isKeyed = cell(document.positions, node, KEY_START) !== -1;
  const inner = isKeyed ? (written.isList ? place.style.sequenceOffset : place.style.step) : 1 + place.style.gap;
  if (isKeyed || anchor !== undefined || tag !== undefined) {
    const lines = indentLines(written.lines, place.column + inner).map((line) => newline + line);
    const start = Math.min(head.start, Math.max(slot, tag?.end ?? -1, withoutBreak(text, lineStart(text, head.start))));
    return joined(edits, { ...head, start, text: '' }, { ...body, text: lines.join('') });
  }
  const isEmpty = head.start === head.end;
  const column = isEmpty ? place.column + inner : columnOf(text, head.start);
  const [first, ...rest] = indentLines(written.lines, column);
  const firstText = (isEmpty ? ' '.repeat(place.style.gap) : '') + first?.slice(column);
  const restText = rest.map((line) => newline + line).join('');
  return joined(edits, { ...head, text: firstText }, { ...body, text: restText });
}

/** Adds the lines of an entry, from column 0, behind the last entry of a block collection and the comments that belong to it. */
export function insertInBlock(source: Editable, collection: number, lines: readonly string[]): TextEdit[] {
  const { text, document } = source;
  const children = childrenOf(source, collection);
  const last = lastOffset(source, collection, children.at(-1) ?? collection);
  const column = columnOfNode(source, collection);
  const key = cell(document.positions, collection, KEY_START);
  // Beside an unindented list, a comment at its dashes belongs to the next key.
  const isUnindented = key !== -1 && columnOf(text, key) === column;
  const at = commentsEnd(text, lineEnd(text, last), isUnindented ? column + 1 : column, false);
  const newline = breakAt(text, at);
  const written = indentLines(lines, column).map((line) => newline + line);
  return [{ start: at, end: at, text: written.join('') }];
}

/** Takes one of several entries out of a block collection, with its lines and the comments inside it. */
export function removeFromBlock(source: Editable, collection: number, node: number): TextEdit[] {
  const { text } = source;
  const start = entryStart(source, collection, node);
  const last = lineEnd(text, lastOffset(source, collection, node));
  const end = commentsEnd(text, last, columnOf(text, start) + 1, true);
  return isFirstOnLine(text, start)
    ? [{ start: lineStart(text, start), end: afterBreak(text, end), text: '' }]
    : [{ start, end: skipSpace(text, end), text: '' }];
}

interface Parts {
  /** What gives way to a value on the line, or to its first line; empty where the value starts. */
  readonly head: { readonly start: number; readonly end: number };
  /** The further lines of the old value, from the end of a line to the end of a line. */
  readonly body: { readonly start: number; readonly end: number };
}

function partsOf(source: Editable, node: number, slot: number, column: number): Parts {
  const { text, document } = source;
  const start = cell(document.positions, node, START);
  const end = cell(document.positions, node, END);
  if (start === -1) return { head: span(slot, slot), body: spanAt(lineEnd(text, slot)) };
  if (isBlockScalar(source, node)) {
    const last = lastOffset(source, node, node);
    const headerEnd = start + blockScalarHeader(text, start).length;
    return { head: span(start, headerEnd), body: span(lineEnd(text, start), Math.max(last, lineEnd(text, start))) };
  }
  if (!isBlock(source, node)) return { head: span(start, end), body: spanAt(lineEnd(text, end)) };
  const last = commentsEnd(text, lineEnd(text, lastOffset(source, node, node)), Math.max(column, 0) + 1, true);
  return isFirstOnLine(text, start) && column !== -1
    ? { head: span(slot, slot), body: span(lineEnd(text, slot), last) }
    : { head: span(start, last), body: spanAt(last) };
}

function span(start: number, end: number): { start: number; end: number } {
  return { start, end };
}

function spanAt(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}

/** The edits that change something; head and body are one where they touch. */
function joined(edits: readonly TextEdit[], head: TextEdit, body: TextEdit): TextEdit[] {
  const both =
    head.end === body.start ? [{ start: head.start, end: body.end, text: head.text + body.text }] : [head, body];
  return [...edits, ...both].filter((edit) => edit.start < edit.end || edit.text !== '');
}

function entryStart(source: Editable, collection: number, node: number): number {
  const { positions } = source.document;
  if (node === collection + 1) return cell(positions, collection, START);
  const key = cell(positions, node, KEY_START);
  return key === -1 ? dashOffset(source, collection, node) : skipBlanks(source.text, lineStart(source.text, key));
}

/**
 * The end of the last of the comment lines that follow the end of a line and start at a column or further right; blank lines
 * between them are stepped over only if asked for.
 */
function commentsEnd(text: string, from: number, column: number, stepsOverBlankLines: boolean): number {
  let end = from;
  for (;;) {
    const next = afterBreak(text, end);
    const comment = stepsOverBlankLines ? skipSpace(text, next) : skipBlanks(text, next);
    if (next === end || text.charAt(comment) !== '#' || columnOf(text, comment) < column) return end;
    end = lineEnd(text, comment);
  }
}

function breakAt(text: string, offset: number): string {
  return text.slice(offset, afterBreak(text, offset)) || breakOf(text);
}
