import { END, KEY_END, KEY_START, NARROW_NONE, NEXT, type Positions, START, STRIDE, TARGET } from './positions.ts';

/** Collects the positions of one document while it is read; one buffer serves document after document. */
export interface PositionsBuilder {
  /** Adds a node without its end; -1 as `keyStart` for list entries and the root. */
  open(key: string | number, keyStart: number, keyEnd: number, start: number): number;
  /** Ends a node: its subtree is all that was added since it was opened. */
  close(node: number, end: number): void;
  /** Adds a scalar. */
  leaf(key: string | number, keyStart: number, keyEnd: number, start: number, end: number): number;
  /** Makes a node stand for another. */
  alias(node: number, target: number): void;
  size(): number;
  /** Where a key of an open mapping stands before an offset; undefined if it does not. */
  keyBefore(node: number, key: string, offset: number): number | undefined;
  /** Where a node's value starts, or the other offset if nothing is written. */
  startOf(node: number, otherwise: number): number;
  /** The end of what was added last, or the other offset if that lies behind it. */
  lastEnd(otherwise: number): number;
  /** Takes the nodes from a number on out again. */
  drop(node: number): void;
  /** Hands the document out and starts the next one. */
  finish(): Positions;
}

/** The positions as they are kept: in half the room where the offsets of the document allow it. */
function keptPositions(table: Int32Array, last: number, keys: readonly (string | number)[]): Positions {
  const base = table[START] ?? -1;
  if (base === -1 || last - base >= NARROW_NONE || keys.length >= NARROW_NONE)
    return { table: table.slice(), base: 0, keys };
  const narrow = new Uint16Array(table.length);
  for (let row = 0; row < table.length; row += STRIDE) {
    for (let column = row + KEY_START; column < row + NEXT; column += 1) {
      const offset = table[column] ?? -1;
      narrow[column] = offset === -1 ? NARROW_NONE : offset - base;
    }
    // Written to 16 bits, -1 becomes what stands for none by itself.
    narrow[row + NEXT] = table[row + NEXT] ?? -1;
    narrow[row + TARGET] = table[row + TARGET] ?? -1;
  }
  return { table: narrow, base, keys };
}

/** Makes a builder with room for a usual manifest; it grows as needed. */
export function createPositionsBuilder(): PositionsBuilder {
  let table = new Int32Array(STRIDE * 1024);
  const keys: (string | number)[] = [];

  let last = 0;

  function open(key: string | number, keyStart: number, keyEnd: number, start: number): number {
    const node = keys.length;
    const row = node * STRIDE;
    if (row + STRIDE > table.length) {
      const larger = new Int32Array(table.length * 2);
      larger.set(table);
      table = larger;
    }
    keys.push(key);
    table[row + KEY_START] = keyStart;
    table[row + KEY_END] = keyEnd;
    table[row + START] = start;
    table[row + END] = start;
    table[row + NEXT] = node + 1;
    table[row + TARGET] = -1;
    return node;
  }

  function close(node: number, end: number): void {
    table[node * STRIDE + END] = end;
    table[node * STRIDE + NEXT] = keys.length;
    if (end > last) last = end;
  }

  return {
    open,
    close,
    leaf(key, keyStart, keyEnd, start, end) {
      const node = open(key, keyStart, keyEnd, start);
      table[node * STRIDE + END] = end;
      if (end > last) last = end;
      return node;
    },
    alias(node, target) {
      table[node * STRIDE + TARGET] = target;
    },
    size: () => keys.length,
    keyBefore(node, key, offset) {
      let found: number | undefined;
      for (let child = node + 1; child < keys.length; child = table[child * STRIDE + NEXT] ?? keys.length) {
        const start = table[child * STRIDE + KEY_START] ?? -1;
        if (keys[child] === key && start < offset) found = start;
      }
      return found;
    },
    startOf(node, otherwise) {
      const start = node < keys.length ? (table[node * STRIDE + START] ?? -1) : -1;
      return start === -1 ? otherwise : start;
    },
    lastEnd: (otherwise) => Math.max(last, otherwise),
    drop(node) {
      keys.length = node;
    },
    finish() {
      const positions = keptPositions(table.subarray(0, keys.length * STRIDE), last, keys.slice());
      last = 0;
      keys.length = 0;
      return positions;
    },
  };
}
