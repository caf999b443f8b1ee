import type { TextDocument } from '../document.ts';
import type { TextEdit } from '../edit.ts';
import { afterBreak, lineEnd, withoutBreak } from '../line-ends.ts';
import { cell, END, KEY_END, NEXT, START } from '../positions.ts';

/** A text and one of its documents, whose nodes go by their numbers in its positions. */
export interface Editable {
  readonly text: string;
  readonly document: TextDocument;
}

/** The nodes directly below one, in order; none below an alias. */
export function childrenOf({ document: { positions } }: Editable, node: number): number[] {
  const children: number[] = [];
  const end = cell(positions, node, NEXT);
  for (let child = node + 1; child < end; child = cell(positions, child, NEXT)) children.push(child);
  return children;
}

/** True for a collection in brackets or braces; a plain scalar cannot start with one. */
export function isFlow({ text, document }: Editable, node: number): boolean {
  const start = cell(document.positions, node, START);
  return start !== -1 && '[{'.includes(text.charAt(start));
}

/** True for a collection whose entries stand on lines of their own; also for a lone pair in a list in brackets. */
export function isBlock(source: Editable, node: number): boolean {
  return cell(source.document.positions, node, NEXT) > node + 1 && !isFlow(source, node);
}

/** True for a scalar that is written as lines below a `|` or `>`. */
export function isBlockScalar({ text, document }: Editable, node: number): boolean {
  const start = cell(document.positions, node, START);
  return start !== -1 && '|>'.includes(text.charAt(start));
}

/** The offset behind the colon of a node's key; -1 where none is written. */
export function colonEnd({ text, document }: Editable, node: number): number {
  const colon = skipSpaceAndComments(text, cell(document.positions, node, KEY_END));
  return text.charAt(colon) === ':' ? colon + 1 : -1;
}

/** The offset of the dash of an entry of a block list. */
export function dashOffset(source: Editable, list: number, item: number): number {
  let offset = cell(source.document.positions, list, START);
  for (const child of childrenOf(source, list)) {
    const dash = skipSpaceAndComments(source.text, offset);
    if (child === item) return dash;
    const isWritten = cell(source.document.positions, child, START) !== -1;
    offset = isWritten ? lastOffset(source, list, child) : emptyEnd(source.text, dash + 1);
  }
  return offset;
}

/** The offset behind what introduces a value: the colon of its key, or the dash of its list entry; -1 where neither is. */
export function indicatorEnd(source: Editable, parent: number, node: number): number {
  if (cell(source.document.positions, node, KEY_END) !== -1) return colonEnd(source, node);
  return isFlow(source, parent) ? -1 : dashOffset(source, parent, node) + 1;
}

/** The anchor and the tag before a value, by their offsets. */
export interface Properties {
  readonly anchor: { readonly start: number; readonly end: number } | undefined;
  readonly tag: { readonly start: number; readonly end: number } | undefined;
}

/** The properties between the indicator and the value of a node; those of an empty value stand on the indicator's line. */
export function propertiesOf({ text, document }: Editable, node: number, indicator: number): Properties {
  const start = cell(document.positions, node, START);
  return propertiesBetween(text, indicator, start === -1 ? lineEnd(text, indicator) : start);
}

const PROPERTY = /!<[^>\s]*>|[&!][^\s,[\]{}]*/y;

function propertiesBetween(text: string, from: number, to: number): Properties {
  let anchor: Properties['anchor'];
  let tag: Properties['tag'];
  let offset = skipSpaceAndComments(text, from);
  while (offset < to) {
    PROPERTY.lastIndex = offset;
    const token = PROPERTY.exec(text)?.[0];
    if (token === undefined) break;
    const span = { start: offset, end: offset + token.length };
    if (token.startsWith('&')) anchor = span;
    else tag = span;
    offset = skipSpaceAndComments(text, span.end);
  }
  return { anchor, tag };
}

/** Takes a tag out, with the space on one side of it: a new value has a type of its own. */
export function tagRemoval(text: string, tag: Properties['tag']): TextEdit[] {
  if (tag === undefined) return [];
  let { start } = tag;
  while (' \t'.includes(text.charAt(start - 1)) && start > 0) start -= 1;
  return [{ start, end: start < tag.start ? tag.end : skipBlanks(text, tag.end), text: '' }];
}

/** The end of an empty value that starts at an offset: behind its anchor and tag. */
export function emptyEnd(text: string, indicator: number): number {
  const { anchor, tag } = propertiesBetween(text, indicator, lineEnd(text, indicator));
  return Math.max(indicator, anchor?.end ?? -1, tag?.end ?? -1);
}

/** The offset behind the last character of an entry; for a block scalar, behind its last line of content. */
export function lastOffset(source: Editable, parent: number, node: number): number {
  const { text, document } = source;
  const start = cell(document.positions, node, START);
  if (start === -1) {
    const indicator = indicatorEnd(source, parent, node);
    return indicator === -1 ? cell(document.positions, node, KEY_END) : emptyEnd(text, indicator);
  }
  if (isBlockScalar(source, node)) return blockScalarEnd(text, start, cell(document.positions, node, END));
  const last = isBlock(source, node) ? childrenOf(source, node).at(-1) : undefined;
  return last === undefined ? cell(document.positions, node, END) : lastOffset(source, node, last);
}

/** True if the text ends inside the lines of a block scalar that keeps a line break, so that one more would change it. */
export function endsInText(source: Editable, node: number): boolean {
  const last = isBlock(source, node) ? childrenOf(source, node).at(-1) : undefined;
  if (last !== undefined) return endsInText(source, last);
  if (!isBlockScalar(source, node) || lastOffset(source, node, node) < source.text.length) return false;
  return !blockScalarHeader(source.text, cell(source.document.positions, node, START)).includes('-');
}

const HEADER = /[|>][-+\d]*/y;

/** The header of a block scalar: `|`, `>-`, `|2+`. */
export function blockScalarHeader(text: string, start: number): string {
  HEADER.lastIndex = start;
  return HEADER.exec(text)?.[0] ?? '';
}

/** The reader ends a block scalar with its last line of content; blank lines behind that count if the header keeps them. */
function blockScalarEnd(text: string, start: number, end: number): number {
  let last = Math.max(withoutBreak(text, end), lineEnd(text, start));
  if (!blockScalarHeader(text, start).includes('+')) return last;
  let next = afterBreak(text, last);
  while (next > last && next < text.length && isSpaces(text, next)) {
    last = lineEnd(text, next);
    next = afterBreak(text, last);
  }
  return last;
}

function isSpaces(text: string, from: number): boolean {
  return /^ *$/.test(text.slice(from, lineEnd(text, from)));
}

/** The offset of the next character that is neither space, line break nor in a comment. */
export function skipSpaceAndComments(text: string, from: number): number {
  let offset = skipSpace(text, from);
  while (text.charAt(offset) === '#') offset = skipSpace(text, lineEnd(text, offset));
  return offset;
}

/** The offset of the next character that is neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let offset = from;
  while (text.charAt(offset) === ' ' || text.charAt(offset) === '\t') offset += 1;
  return offset;
}

const SPACE = /[ \t\r\n]*/y;

/** The offset of the next character that is neither space nor line break. */
export function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(text);
  return SPACE.lastIndex;
}
