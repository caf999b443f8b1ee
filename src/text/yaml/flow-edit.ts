import type { TextEdit } from '../edit.ts';
import { afterBreak, breakOf, lineEnd, lineStart } from '../line-ends.ts';
import { cell, END, KEY_END, KEY_START, START } from '../positions.ts';
import {
  childrenOf,
  colonEnd,
  type Editable,
  emptyEnd,
  isBlock,
  lastOffset,
  propertiesOf,
  skipBlanks,
  skipSpace,
  skipSpaceAndComments,
  tagRemoval,
} from './nodes.ts';
import { flowLinesOf, flowStyleOf, indentationAt, isFirstOnLine, isJson } from './style.ts';
import { type FlowStyle, flowText } from './write-value.ts';

/** Puts another value in place of one that stands between brackets. */
export function replaceInFlow(source: Editable, parent: number, node: number, value: unknown): TextEdit[] {
  const { text, document } = source;
  const { positions } = document;
  const start = cell(positions, node, START);
  const key = cell(positions, node, KEY_START);
  const item = key === -1 ? flowEntries(source, parent).find((entry) => entry.node === node) : undefined;
  const written = flowText(value, entryStyle(source, parent, item?.start ?? key));
  if (item !== undefined && isBlock(source, node)) return [{ start: item.start, end: item.end, text: written }];
  const indicator = item?.start ?? colonEnd(source, node);
  if (indicator === -1) {
    const keyEnd = cell(positions, node, KEY_END);
    return [insertion(keyEnd, `: ${written}`)];
  }
  const { anchor, tag } = propertiesOf(source, node, indicator);
  if (start !== -1) return [...tagRemoval(text, tag), { start, end: cell(positions, node, END), text: written }];
  if (tag !== undefined) return [{ ...tag, text: written }];
  const at = Math.max(indicator, anchor?.end ?? -1);
  return [insertion(at, ` ${written}`)];
}

/** Puts another value in place of a collection in brackets, written in brackets again. */
export function replaceFlow(source: Editable, node: number, value: unknown): TextEdit[] {
  const start = cell(source.document.positions, node, START);
  const end = cell(source.document.positions, node, END);
  const hasLines = isJson(source) && /[\r\n]/.test(source.text.slice(start, end));
  const style = { ...flowStyleOf(source, node), ...(hasLines && flowLinesOf(source, start)) };
  return [{ start, end, text: flowText(value, style) }];
}

/** Adds an entry behind the last one of a collection in brackets, on a line of its own if the last one has one. */
export function insertInFlow(source: Editable, collection: number, write: (style: FlowStyle) => string): TextEdit[] {
  const { text, document } = source;
  const closing = cell(document.positions, collection, END) - 1;
  const entries = flowEntries(source, collection);
  const last = entries.at(-1);
  if (last === undefined) {
    return [insertion(closing, write(entryStyle(source, collection, closing)))];
  }
  const written = write(entryStyle(source, collection, last.start));
  const hasComma = last.comma !== -1;
  const behind = hasComma ? last.comma + 1 : last.end;
  if (!isFirstOnLine(text, last.start)) {
    const before = entries.at(-2)?.comma ?? -1;
    const { comma } = flowStyleOf(source, collection);
    const separator = before === -1 ? comma : skipSpace(text, before + 1) === before + 1 ? ',' : ', ';
    return [insertion(behind, (hasComma ? ' ' : spaceBehind(source, last.node) + separator) + written)];
  }
  const line = breakOf(text) + indentationAt(text, last.start) + written + (hasComma ? ',' : '');
  const at = lineEnd(text, behind) > closing ? behind : lineEnd(text, behind);
  if (hasComma) return [insertion(at, line)];
  const comma = `${spaceBehind(source, last.node)},`;
  return at === last.end ? [insertion(at, comma + line)] : [insertion(last.end, comma), insertion(at, line)];
}

/** Takes one of several entries out of a collection in brackets, with its comma. */
export function removeFromFlow(source: Editable, collection: number, node: number): TextEdit[] {
  const { text, document } = source;
  const entries = flowEntries(source, collection);
  const index = entries.findIndex((entry) => entry.node === node);
  const entry = entries[index];
  const before = entries[index - 1];
  if (entry === undefined) return [];
  const isFirst = isFirstOnLine(text, entry.start);
  if (index < entries.length - 1) {
    if (before !== undefined && !isFirst) return [{ start: before.comma + 1, end: entry.comma + 1, text: '' }];
    return [{ start: entry.start, end: afterTrailingComment(text, entry.comma + 1), text: '' }];
  }
  const end = entry.comma === -1 ? entry.end : entry.comma + 1;
  if (before === undefined) return [{ start: entry.start, end, text: '' }];
  if (!isFirst) {
    const keepsSpace = text.slice(before.end, before.comma).includes('#') || spaceBehind(source, before.node) !== '';
    return [{ start: keepsSpace ? before.comma : before.end, end: entry.end, text: '' }];
  }
  const hasOwnLines = lineEnd(text, end) < cell(document.positions, collection, END);
  const removed = hasOwnLines
    ? { start: lineStart(text, entry.start), end: afterBreak(text, lineEnd(text, end)), text: '' }
    : { start: entry.start, end, text: '' };
  const comma = { start: before.comma, end: before.comma + 1, text: '' };
  return entry.comma === -1 ? [comma, removed] : [removed];
}

interface FlowEntry {
  readonly node: number;
  /** Of its key, anchor or tag. */
  readonly start: number;
  readonly end: number;
  /** The offset of the comma behind it, or -1. */
  readonly comma: number;
}

function flowEntries(source: Editable, collection: number): FlowEntry[] {
  const { text, document } = source;
  const entries: FlowEntry[] = [];
  let offset = cell(document.positions, collection, START) + 1;
  for (const node of childrenOf(source, collection)) {
    const start = skipSpaceAndComments(text, offset);
    const isWritten = cell(document.positions, node, START) !== -1 || cell(document.positions, node, KEY_END) !== -1;
    const end = isWritten ? lastOffset(source, collection, node) : emptyEnd(text, start);
    const next = skipSpaceAndComments(text, end);
    const comma = text.charAt(next) === ',' ? next : -1;
    entries.push({ node, start, end, comma });
    offset = comma === -1 ? end : comma + 1;
  }
  return entries;
}

/** In JSON, a value that starts a line is laid out on lines of its own. */
function entryStyle(source: Editable, collection: number, start: number): FlowStyle {
  const hasLines = isJson(source) && isFirstOnLine(source.text, start);
  return { ...flowStyleOf(source, collection), ...(hasLines && flowLinesOf(source, start)) };
}

/** Behind an empty value, a colon or tag needs space, or what follows would belong to it. */
function spaceBehind(source: Editable, node: number): string {
  const [pair] = isBlock(source, node) ? childrenOf(source, node) : [];
  if (pair !== undefined) return spaceBehind(source, pair);
  const isEmpty = cell(source.document.positions, node, START) === -1;
  const hasKeyOnly = cell(source.document.positions, node, KEY_END) !== -1 && colonEnd(source, node) === -1;
  return isEmpty && !hasKeyOnly ? ' ' : '';
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function afterTrailingComment(text: string, from: number): number {
  const offset = skipBlanks(text, from);
  return skipSpace(text, text.charAt(offset) === '#' ? lineEnd(text, offset) : offset);
}
