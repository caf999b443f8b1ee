import type { Path } from '../core/path.ts';
import { cell, END, followPath, KEY_END, KEY_START, type Positions, START } from './positions.ts';

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
}

export const defaultLimits: Limits = { size: 64 * 1024 * 1024, depth: 100, expandedNodes: 5_000_000 };

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
  if (keyStart !== -1) return { start: keyStart, end: cell(positions, node, KEY_END), depth };
  return firstKey(document, node, depth);
}

/** A list entry or the root has no key of its own: its first key or value stands for it. */
function firstKey(document: TextDocument, node: number, depth: number): Found {
  const { positions } = document;
  const childKey = cell(positions, node + 1, KEY_START);
  const hasChildren = cell(positions, node, START) !== -1 && node + 1 < positions.keys.length;
  if (hasChildren && childKey !== -1 && childKey >= cell(positions, node, START)) {
    return { start: childKey, end: cell(positions, node + 1, KEY_END), depth };
  }
  const start = Math.max(cell(positions, node, START), document.start);
  return { start, end: Math.max(cell(positions, node, END), start), depth };
}
