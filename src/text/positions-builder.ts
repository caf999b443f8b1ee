import { END, KEY_END, KEY_START, NEXT, type Positions, START, STRIDE, TARGET } from './positions.ts';

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
  /** The keys that stand in an open mapping so far, with their offsets. */
  directKeys(node: number): Map<string, number>;
  /** Hands the document out and starts the next one. */
  finish(): Positions;
}

/** Makes a builder with room for a usual manifest; it grows as needed. */
export function createPositionsBuilder(): PositionsBuilder {
  let table = new Int32Array(STRIDE * 1024);
  let keys: (string | number)[] = [];

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
  }

  return {
    open,
    close,
    leaf(key, keyStart, keyEnd, start, end) {
      const node = open(key, keyStart, keyEnd, start);
      table[node * STRIDE + END] = end;
      return node;
    },
    alias(node, target) {
      table[node * STRIDE + TARGET] = target;
    },
    size: () => keys.length,
    directKeys(node) {
      const written = new Map<string, number>();
      for (let child = node + 1; child < keys.length; child = table[child * STRIDE + NEXT] ?? keys.length) {
        const key = keys[child];
        if (typeof key === 'string') written.set(key, table[child * STRIDE + KEY_START] ?? -1);
      }
      return written;
    },
    finish() {
      const positions = { table: table.slice(0, keys.length * STRIDE), keys };
      keys = [];
      return positions;
    },
  };
}
