import type { Path } from '../core/path.ts';

/**
 * Where every key and value of a document stands in its text, as numbers in one array: six for each node, in document
 * order. `keys` holds, beside them, each node's key in its mapping or index in its list.
 */
export interface Positions {
  readonly table: Int32Array;
  readonly keys: readonly (string | number)[];
}

export const STRIDE = 6;
/** Offsets of the key, -1 for list entries and the root. */
export const KEY_START = 0;
export const KEY_END = 1;
/** Offsets of the value, quotes and brackets included; -1 where nothing is written. */
export const START = 2;
export const END = 3;
/** The number of the first node behind this one's subtree. */
export const NEXT = 4;
/** For an alias, the number of the node it stands for; else -1. */
export const TARGET = 5;

/** The key under which merged mappings are kept; no document can hold it. */
export const MERGE_KEY = '\0<<';

/** One number of one node. */
export function cell(positions: Positions, node: number, column: number): number {
  return positions.table[node * STRIDE + column] ?? -1;
}

/** The nodes directly below a node, an alias taken as what it stands for. */
export function* childNodes(positions: Positions, node: number): Iterable<number> {
  const parent = resolveAlias(positions, node);
  const end = cell(positions, parent, NEXT);
  for (let child = parent + 1; child < end; child = cell(positions, child, NEXT)) yield child;
}

/** How far a path leads into the document: the last node it reaches, and how many segments that took. */
export interface Reached {
  readonly node: number;
  readonly depth: number;
}

/** Follows a path from the root, or from another node, as far as the document holds it. */
export function followPath(positions: Positions, path: Path, from = 0): Reached {
  let node = from;
  for (let depth = 0; depth < path.length; depth += 1) {
    const child = findChild(positions, node, path[depth] ?? '');
    if (child === -1) return { node, depth };
    node = child;
  }
  return { node, depth: path.length };
}

/**
 * The node of a key or index below a node, written there or merged in; -1 if there is none. As in Kubernetes, what stands
 * last wins, be it a key or a merge. `mergeDepth` counts the merges on the way.
 */
export function findChild(positions: Positions, node: number, segment: string | number, mergeDepth = 0): number {
  const { keys } = positions;
  const parent = resolveAlias(positions, node);
  const end = cell(positions, parent, NEXT);
  let found = -1;
  for (let child = parent + 1; child < end; child = cell(positions, child, NEXT)) {
    const key = keys[child];
    if (key === segment) {
      if (typeof segment === 'number') return child;
      found = child;
    }
    if (key === MERGE_KEY && mergeDepth <= 20) {
      const merged = findMerged(positions, child, segment, mergeDepth + 1);
      if (merged !== -1) found = merged;
    }
  }
  return found;
}

/** The node of a key in what a merge key brings in: a mapping, or the first of a list of mappings that has it. */
export function findMerged(positions: Positions, merge: number, segment: string | number, mergeDepth: number): number {
  const direct = findChild(positions, merge, segment, mergeDepth);
  if (direct !== -1) return direct;
  for (const source of childNodes(positions, merge)) {
    if (typeof positions.keys[source] !== 'number') continue;
    const found = findChild(positions, source, segment, mergeDepth);
    if (found !== -1) return found;
  }
  return -1;
}

/** The node an alias stands for, or the node itself. */
export function resolveAlias(positions: Positions, node: number): number {
  const target = cell(positions, node, TARGET);
  return target === -1 ? node : target;
}
