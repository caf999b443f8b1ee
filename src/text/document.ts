import type { Path } from '../core/path.ts';
import { cell, END, followPath, KEY_END, KEY_START, NEXT, type Positions, START } from './positions.ts';

/** One document of a text: its value as Kubernetes reads it, and where everything stands. */
export interface TextDocument {
  readonly value: unknown;
  readonly positions: Positions;
  /** Offsets of the document in the text. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a text; the rest of it is read all the same. */
export interface TextProblem {
  readonly kind: 'syntax' | 'limit' | 'duplicate-key' | 'ignored-text';
  /** What was found and what was expected. */
  readonly message: string;
  readonly offset: number;
  /** For a duplicate key, where the first one stands. */
  readonly earlierOffset?: number;
  /** The document that is lost with it: its offsets. Undefined if the document was read whole. */
  readonly lost?: { readonly start: number; readonly end: number };
}

export interface ReadText {
  readonly documents: readonly TextDocument[];
  readonly problems: readonly TextProblem[];
}

/** Bounds on hostile input. A document over one of them is a problem, never a crash or a stall. */
export interface Limits {
  /** Characters of a whole text. */
  readonly size: number;
  /** Nested collections. */
  readonly depth: number;
  /** Nodes of a document when every alias is written out. */
  readonly expandedNodes: number;
  /** Documents of a text, broken ones included. */
  readonly documents: number;
}

export const defaultLimits: Limits = {
  size: 64 * 1024 * 1024,
  depth: 100,
  expandedNodes: 5_000_000,
  documents: 100_000,
};

/** What is wrong with a text that has more documents than it may: the rest of it is lost. */
export function tooManyDocuments(limits: Limits, start: number, end: number): TextProblem {
  const message = `the text has over ${limits.documents} documents; the rest was left out`;
  return { kind: 'limit', message, offset: start, lost: { start, end } };
}

/** Offsets of what a path points at: its value, or the key of the nearest present parent. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** How many segments of the path the document holds. */
  readonly depth: number;
}

/** Finds a path in a document, from its root or from another node. */
export function findPath(document: TextDocument, path: Path, from = 0): Found {
  const { positions } = document;
  const { node, depth } = followPath(positions, path, from);
  const start = cell(positions, node, START);
  const keyStart = cell(positions, node, KEY_START);
  const isPresent = depth === path.length;
  if (isPresent && start !== -1) return { start, end: cell(positions, node, END), depth };
  // An empty list entry is nowhere: its list tells the place.
  const isNowhere = start === -1 && keyStart === -1 && depth > 0;
  const shown = isNowhere ? followPath(positions, path.slice(0, depth - 1), from).node : node;
  return { ...keyOf(document, shown), depth };
}

/** Finds the key of a field. Where a path leads to none, that of the nearest present parent. */
export function findKey(document: TextDocument, path: Path, from = 0): Found {
  const { node, depth } = followPath(document.positions, path, from);
  const isKeyed = depth < path.length || cell(document.positions, node, KEY_START) !== -1;
  return isKeyed ? { ...keyOf(document, node), depth } : findPath(document, path, from);
}

/** Where a node's key stands. A list entry or the root has none: its first key, or its value, stands for it. */
function keyOf(document: TextDocument, node: number): { start: number; end: number } {
  const { positions } = document;
  for (const keyed of [node, node + 1]) {
    const keyStart = keyed < cell(positions, node, NEXT) ? cell(positions, keyed, KEY_START) : -1;
    if (keyStart !== -1) return { start: keyStart, end: cell(positions, keyed, KEY_END) };
  }
  const start = Math.max(cell(positions, node, START), document.start);
  return { start, end: Math.max(cell(positions, node, END), start) };
}
