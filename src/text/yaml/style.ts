import { breakOf, columnOf, lineStart } from '../line-ends.ts';
import { cell, KEY_START, NEXT, START } from '../positions.ts';
import { childrenOf, colonEnd, type Editable, isBlock, isFlow, skipSpace } from './nodes.ts';
import type { BlockStyle, FlowStyle } from './write-value.ts';

/** How the block collections of a document are written: what most of them do, the first one's way where they are even. */
export function blockStyleOf(source: Editable): BlockStyle {
  const { positions } = source.document;
  const steps = new Map<number, number>();
  const offsets = new Map<number, number>();
  const gaps = new Map<number, number>();
  for (let node = 0; node < positions.keys.length; ) {
    if (isFlow(source, node)) {
      node = cell(positions, node, NEXT);
      continue;
    }
    if (isBlock(source, node)) {
      const isList = typeof positions.keys[node + 1] === 'number';
      const key = cell(positions, node, KEY_START);
      const columns = columnOfNode(source, node) - columnOf(source.text, key);
      if (key !== -1) count(isList ? offsets : steps, columns);
      if (isList) count(gaps, gapOf(source, node));
    }
    node += 1;
  }
  const step = mostCommon(steps, (columns) => columns > 0) ?? 2;
  return {
    step,
    sequenceOffset: mostCommon(offsets, (columns) => columns >= 0) ?? step,
    gap: mostCommon(gaps, (columns) => columns > 0) ?? 1,
  };
}

/** The column of a block collection: that of its keys or dashes. */
export function columnOfNode({ text, document }: Editable, node: number): number {
  return columnOf(text, cell(document.positions, node, START));
}

/** True for a document that is JSON and has to stay so. */
export function isJson(source: Editable): boolean {
  if (!isFlow(source, 0)) return false;
  try {
    JSON.parse(source.text.slice(cell(source.document.positions, 0, START), source.document.end));
    return true;
  } catch {
    return false;
  }
}

/** How the entries of a collection in brackets are written, or those of one that is put in place of `collection`. */
export function flowStyleOf(source: Editable, collection: number): FlowStyle {
  const json = isJson(source);
  const isTight = json && isTightlyWritten(source);
  const isQuoted = json || quotesFirst(source, collection);
  return { isQuoted, comma: isTight ? ',' : ', ', colon: isTight ? ':' : ': ' };
}

/** The lines on which values of a JSON document are laid out if they start on the line of an offset. */
export function flowLinesOf(source: Editable, offset: number): Required<Pick<FlowStyle, 'lines'>> {
  const { text } = source;
  return { lines: { indentation: indentationAt(text, offset), unit: unitOf(source), newline: breakOf(text) } };
}

/** The white space at the start of an offset's line. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** True if nothing but white space stands before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

function gapOf({ text, document }: Editable, list: number): number {
  const dash = cell(document.positions, list, START);
  return /^ *(?=\S)/.exec(text.slice(dash + 1, dash + 10))?.[0].length ?? 0;
}

function isTightlyWritten(source: Editable): boolean {
  const { positions } = source.document;
  const keyed = positions.keys.findIndex((key, node) => node > 0 && typeof key === 'string');
  if (keyed === -1) return false;
  const colon = colonEnd(source, keyed);
  return skipSpace(source.text, colon) === colon;
}

function quotesFirst({ text, document }: Editable, collection: number): boolean {
  const { positions } = document;
  const first = collection + 1;
  if (first >= cell(positions, collection, NEXT)) return false;
  const key = cell(positions, first, KEY_START);
  return text.charAt(key === -1 ? cell(positions, first, START) : key) === '"';
}

function unitOf(source: Editable): string {
  const { text } = source;
  const root = cell(source.document.positions, 0, START);
  const [first] = childrenOf(source, 0);
  if (first === undefined) return '  ';
  const key = cell(source.document.positions, first, KEY_START);
  const start = key === -1 ? cell(source.document.positions, first, START) : key;
  if (!isFirstOnLine(text, start)) return '  ';
  return indentationAt(text, start).slice(indentationAt(text, root).length) || '  ';
}

function count(counts: Map<number, number>, columns: number): void {
  counts.set(columns, (counts.get(columns) ?? 0) + 1);
}

function mostCommon(counts: ReadonlyMap<number, number>, isPossible: (columns: number) => boolean): number | undefined {
  let most: number | undefined;
  for (const [columns, times] of counts) {
    if (isPossible(columns) && (most === undefined || times > (counts.get(most) ?? 0))) most = columns;
  }
  return most;
}
