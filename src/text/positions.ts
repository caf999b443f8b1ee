import type { Path } from '../core/path.ts';

/**
 * Where every key and value of a document stands in its text, as numbers in one array: six for each node, in document
 * order. `keys` holds, beside them, each node's key in its mapping or index in its list. Read it by `cell`.
 */
export interface Positions {
  /** Offsets count from `base`; in the narrow form of short documents 65535 stands for -1. */
  readonly table: Int32Array | Uint16Array;
  readonly base: number;
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

/** What stands for -1 in the narrow form. */
export const NARROW_NONE = 0xffff;

/** One number of one node; -1 for none. */
export function cell({ table, base }: Positions, node: number, column: number): number {
  const value = table[node * STRIDE + column] ?? -1;
  if (value === -1 || (value === NARROW_NONE && table.BYTES_PER_ELEMENT === 2)) return -1;
  return column < NEXT ? value + base : value;
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
  if (end - parent > LARGE) {
    const children = childrenByKey(positions, parent);
    if (!children.has(MERGE_KEY)) return children.get(segment) ?? -1;
  }
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

/** From this many nodes on, the children of a node are indexed when one is looked up: there may be as many. */
const LARGE = 512;
const indexed = new WeakMap<Positions, Map<number, ReadonlyMap<string | number, number>>>();

/** The last child of each key of a node. */
function childrenByKey(positions: Positions, parent: number): ReadonlyMap<string | number, number> {
  const indexes = indexed.get(positions) ?? new Map<number, ReadonlyMap<string | number, number>>();
  indexed.set(positions, indexes);
  const known = indexes.get(parent);
  if (known !== undefined) return known;
  const children = new Map<string | number, number>();
  for (const child of childNodes(positions, parent)) children.set(positions.keys[child] ?? '', child);
  indexes.set(parent, children);
  return children;
}

/** The node of a key in what a merge key brings in: a mapping, or the first of a list of mappings that has it. */
export function findMerged(positions: Positions, merge: number, segment: string | number, mergeDepth: number): number {
  // An index would be one of the list of mappings itself.
  if (typeof segment === 'number') return -1;
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
