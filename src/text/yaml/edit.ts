import { isDeepStrictEqual } from 'node:util';
import { isObject, valueAt } from '../../core/json.ts';
import { formatPath, type Path } from '../../core/path.ts';
import type { TextDocument } from '../document.ts';
import type { TextEdit } from '../edit.ts';
import { NotEditable } from '../not-editable.ts';
import { cell, END, START } from '../positions.ts';
import { removedPath } from '../removed-path.ts';
import { insertInBlock, removeFromBlock, replaceInBlock, type Written } from './block-edit.ts';
import { insertInFlow, removeFromFlow, replaceFlow, replaceInFlow } from './flow-edit.ts';
import { childrenOf, type Editable, endsInText, indicatorEnd, isFlow } from './nodes.ts';
import { guardAnchors, guardRemoval, reach } from './reach.ts';
import { blockStyleOf, columnOfNode, isFirstOnLine } from './style.ts';
import {
  type BlockStyle,
  blockLines,
  entryLines,
  flowEntry,
  flowText,
  inlineText,
  isFilledCollection,
  itemLines,
} from './write-value.ts';

/**
 * The edits that give a field a value: a present one is replaced where it stands, a missing one becomes the last entry of its
 * nearest present mapping, its missing parents with it; an index at the end of a list adds an entry. Every other byte of
 * the text stays. Works on YAML and, within brackets, on JSON documents. No edits if the field has the value. Throws
 * `NotEditable` where another field would change too, or where a parent is neither mapping nor list.
 */
export function setEdit(text: string, document: TextDocument, path: Path, value: unknown): TextEdit[] {
  if (isDeepStrictEqual(valueAt(document.value, path), value)) return [];
  const source = { text, document };
  const nodes = reach(document, path);
  const present = path.slice(0, nodes.length - 1);
  const missing = path.slice(present.length);
  const segment = missing[0];
  const holder = valueAt(document.value, present);
  if (segment === undefined || isEmpty(holder, segment))
    return replace(source, path, nodes, nest(path, missing, value));
  guardAnchors(document, path, nodes, undefined);
  const entry = nest(path, missing.slice(1), value);
  if (isObject(holder) && typeof segment === 'string') return insertKey(source, path, nodes, segment, entry);
  if (Array.isArray(holder) && segment === holder.length) return insertItem(source, path, nodes, entry);
  const shown = present.length === 0 ? 'the document' : formatPath(present);
  if (Array.isArray(holder) && typeof segment === 'number') {
    throw new NotEditable(path, `${shown} has ${holder.length} entries; there is no place for number ${segment}`);
  }
  throw new NotEditable(path, `${shown} is not a ${typeof segment === 'number' ? 'list' : 'mapping'}`);
}

/**
 * The edits that take a field or list entry out with its lines; comments above it stay. A mapping or list that this would
 * leave empty goes too, up to the root, which stays as `{}` or `[]`. No edits if the field is not there. Throws
 * `NotEditable` where another field would change too, and for the document itself.
 */
export function removeEdit(text: string, document: TextDocument, path: Path): TextEdit[] {
  if (path.length === 0) throw new NotEditable(path, 'a document cannot be removed from itself');
  const source = { text, document };
  const asked = reach(document, path);
  const removed = removedPath(document.value, path);
  if (removed === undefined) return [];
  guardRemoval(document, path, asked);
  const nodes = reach(document, removed);
  guardRemoval(document, removed, nodes);
  guardAnchors(document, path, nodes.slice(0, -1), nodes.at(-1));
  const node = nodes.at(-1) ?? 0;
  const parent = nodes.at(-2) ?? 0;
  if (removed.length === 1 && childrenOf(source, 0).length === 1) {
    return replace(source, path, [0], typeof removed[0] === 'number' ? [] : {});
  }
  return isFlow(source, parent) ? removeFromFlow(source, parent, node) : removeFromBlock(source, parent, node);
}

/**
 * The edits that add an entry to the end of a list, in the list's own indentation and style. A missing list, one without a
 * value and `[]` become a list of this entry. Throws `NotEditable` as `setEdit` does, and for what is no list.
 */
export function appendEdit(text: string, document: TextDocument, path: Path, value: unknown): TextEdit[] {
  const list = valueAt(document.value, path);
  if (list === undefined || list === null) return setEdit(text, document, path, [value]);
  if (Array.isArray(list)) return setEdit(text, document, [...path, list.length], value);
  throw new NotEditable(path, `${path.length === 0 ? 'the document' : formatPath(path)} is not a list`);
}

/** True for what gives way to a mapping or list: nothing, or an empty one of the kind that the segment asks for. */
function isEmpty(value: unknown, segment: string | number): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0 && segment === 0;
  return isObject(value) && Object.keys(value).length === 0 && typeof segment === 'string';
}

/** A value inside the parents that a path names. */
function nest(path: Path, missing: Path, value: unknown): unknown {
  return missing.reduceRight<unknown>((inner, segment) => {
    if (typeof segment === 'string') return Object.fromEntries([[segment, inner]]);
    if (segment === 0) return [inner];
    throw new NotEditable(path, `the list of ${formatPath(path)} is missing; there is no place for number ${segment}`);
  }, value);
}

function insertKey(source: Editable, path: Path, nodes: readonly number[], key: string, value: unknown): TextEdit[] {
  const node = nodes.at(-1) ?? 0;
  if (isFlow(source, node)) return insertInFlow(source, node, (style) => flowEntry(key, value, style));
  if (nodes.some((each) => isFlow(source, each))) {
    throw new NotEditable(path, `${formatPath(path)} has no place in a pair without braces`);
  }
  guardEnd(source, path, node);
  return insertInBlock(source, node, entryLines(key, value, blockStyleOf(source)));
}

function insertItem(source: Editable, path: Path, nodes: readonly number[], value: unknown): TextEdit[] {
  const node = nodes.at(-1) ?? 0;
  if (isFlow(source, node)) return insertInFlow(source, node, (style) => flowText(value, style));
  guardEnd(source, path, node);
  return insertInBlock(source, node, itemLines(value, blockStyleOf(source)));
}

function guardEnd(source: Editable, path: Path, node: number): void {
  if (!endsInText(source, node)) return;
  throw new NotEditable(
    path,
    'the text ends in a block of lines without a line break; one behind it would become part of it',
  );
}

function replace(source: Editable, path: Path, nodes: readonly number[], value: unknown): TextEdit[] {
  const node = nodes.at(-1) ?? 0;
  guardAnchors(source.document, path, nodes.slice(0, -1), node);
  const parent = nodes.at(-2);
  if (parent === undefined) return replaceRoot(source, path, value);
  if (nodes.slice(0, -1).some((each) => isFlow(source, each))) return replaceInFlow(source, parent, node, value);
  const indicator = indicatorEnd(source, parent, node);
  if (indicator === -1)
    throw new NotEditable(path, `the key of ${formatPath(path)} has no colon to put a value behind`);
  const style = blockStyleOf(source);
  const inFlow = isFlow(source, node) && isFilledCollection(value) ? keepFlow(source, node, value) : undefined;
  return (
    inFlow ??
    replaceInBlock(source, node, { indicator, column: columnOfNode(source, parent), style }, write(value, style))
  );
}

function replaceRoot(source: Editable, path: Path, value: unknown): TextEdit[] {
  const start = cell(source.document.positions, 0, START);
  if (start === -1) throw new NotEditable(path, 'the document is empty');
  if (/(?:^|\s)[!&]\S*\s+$/.test(source.text.slice(source.document.start, start))) {
    throw new NotEditable(path, 'the document has an anchor or a tag of its own');
  }
  if (isFlow(source, 0)) return replaceFlow(source, 0, value);
  if (isFilledCollection(value) && !isFirstOnLine(source.text, start)) {
    throw new NotEditable(path, 'the document starts on the line of its marker');
  }
  const style = blockStyleOf(source);
  return replaceInBlock(source, 0, { indicator: start, column: -1, style }, write(value, style));
}

function write(value: unknown, style: BlockStyle): Written {
  return isFilledCollection(value)
    ? { lines: blockLines(value, style), isList: Array.isArray(value) }
    : inlineText(value);
}

/** A collection on one line stays in its brackets, and so does an empty one that holds a comment; others become lines. */
function keepFlow(source: Editable, node: number, value: object): TextEdit[] | undefined {
  const { text, document } = source;
  const start = cell(document.positions, node, START);
  const content = text.slice(start + 1, cell(document.positions, node, END) - 1);
  if (childrenOf(source, node).length > 0) return /[\r\n]/.test(content) ? undefined : replaceFlow(source, node, value);
  if (!content.includes('#') || Array.isArray(value) !== (text.charAt(start) === '[')) return undefined;
  return insertInFlow(source, node, (style) => flowText(value, style).slice(1, -1));
}
