import { END, KEY_END, KEY_START, NARROW_NONE, NEXT, type Positions, START, STRIDE, TARGET } from '../positions.ts';
import { leave } from './line-cursor.ts';

/** Collects the positions of one ordinary document while it is read: nothing is ever taken out again. */
export interface OrdinaryPositions {
  /** Starts a document whose root starts at an offset. It is left when it has more nodes than it may. */
  begin(root: number, mostNodes: number): void;
  /** Adds a node, a collection without its end yet; -1 as `keyStart` for list entries and the root. */
  add(key: string | number, keyStart: number, keyEnd: number, start: number, end: number): number;
  /** Ends a collection: its subtree is all that was added since. */
  close(node: number, end: number): void;
  finish(): Positions;
}

const FEWEST_ROOM = 1024;
/** Room for more nodes is not kept for the next document. */
const MOST_KEPT = 65_536;

/** One table serves document after document. Its offsets count from the root, as those that are kept mostly do. */
export function createOrdinaryPositions(): OrdinaryPositions {
  let table = new Int32Array(FEWEST_ROOM * STRIDE);
  let keys: (string | number)[] = [];
  let size = 0;
  let base = 0;
  let most = 0;

  function grow(): void {
    if (size > most) leave();
    const larger = new Int32Array(table.length * 2);
    larger.set(table);
    table = larger;
  }

  return {
    begin(root, mostNodes) {
      if (table.length > MOST_KEPT * STRIDE) {
        table = new Int32Array(FEWEST_ROOM * STRIDE);
        keys = [];
      }
      size = 0;
      base = root;
      most = mostNodes;
    },
    add(key, keyStart, keyEnd, start, end) {
      const node = size;
      const row = node * STRIDE;
      if (row === table.length) grow();
      keys[node] = key;
      table[row + KEY_START] = keyStart === -1 ? -1 : keyStart - base;
      table[row + KEY_END] = keyStart === -1 ? -1 : keyEnd - base;
      table[row + START] = start === -1 ? -1 : start - base;
      table[row + END] = start === -1 ? -1 : end - base;
      size += 1;
      table[row + NEXT] = size;
      table[row + TARGET] = -1;
      return node;
    },
    close(node, end) {
      table[node * STRIDE + END] = end - base;
      table[node * STRIDE + NEXT] = size;
    },
    finish() {
      if (size > most) leave();
      const rows = table.subarray(0, size * STRIDE);
      const isNarrow = (table[END] ?? 0) < NARROW_NONE && size < NARROW_NONE;
      // Written to 16 bits, -1 becomes what stands for none by itself.
      if (isNarrow) return { table: new Uint16Array(rows), base, keys: keys.slice(0, size) };
      return { table: fromZero(rows, base), base: 0, keys: keys.slice(0, size) };
    },
  };
}

/** Offsets of a long document, as they are kept. */
function fromZero(rows: Int32Array, base: number): Int32Array {
  const kept = rows.slice();
  for (let row = 0; row < kept.length; row += STRIDE) {
    for (let column = row + KEY_START; column < row + NEXT; column += 1) {
      const offset = kept[column] ?? -1;
      if (offset !== -1) kept[column] = offset + base;
    }
  }
  return kept;
}
