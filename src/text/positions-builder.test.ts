import { describe, expect, it } from 'vitest';
import { findPath } from './document.ts';
import { cell, END, KEY_END, KEY_START, NARROW_NONE, NEXT, type Positions, START, TARGET } from './positions.ts';
import { createPositionsBuilder } from './positions-builder.ts';
import { readText } from './read.ts';

/** Every number of every node. */
function rows(positions: Positions): unknown[] {
  return positions.keys.map((key, node) => [
    key,
    ...[KEY_START, KEY_END, START, END, NEXT, TARGET].map((column) => cell(positions, node, column)),
  ]);
}

describe('a positions builder', () => {
  it('collects nodes in document order, with the end of their subtrees', () => {
    const builder = createPositionsBuilder();
    const root = builder.open(0, -1, -1, 0);
    const list = builder.open('a', 0, 1, 3);
    builder.leaf(0, -1, -1, 4, 5);
    builder.alias(builder.leaf(1, -1, -1, 7, 9), list);
    builder.close(list, 10);
    builder.leaf('b', 12, 13, -1, -1);
    expect([builder.size(), builder.startOf(list, 99), builder.startOf(4, 99), builder.startOf(9, 99)]).toEqual([
      5, 3, 99, 99,
    ]);
    expect([builder.lastEnd(0), builder.lastEnd(11)]).toEqual([10, 11]);
    builder.close(root, 13);
    expect(rows(builder.finish())).toEqual([
      [0, -1, -1, 0, 13, 5, -1],
      ['a', 0, 1, 3, 10, 4, -1],
      [0, -1, -1, 4, 5, 3, -1],
      [1, -1, -1, 7, 9, 4, 1],
      ['b', 12, 13, -1, -1, 5, -1],
    ]);
  });

  it('starts each document anew', () => {
    const builder = createPositionsBuilder();
    builder.leaf(0, -1, -1, 5, 9);
    const first = builder.finish();
    builder.leaf(0, -1, -1, 20, 21);
    expect(builder.lastEnd(0)).toBe(21);
    expect(rows(builder.finish())).toEqual([[0, -1, -1, 20, 21, 1, -1]]);
    expect(rows(first)).toEqual([[0, -1, -1, 5, 9, 1, -1]]);
    expect(rows(builder.finish())).toEqual([]);
  });

  it('takes nodes out again', () => {
    const builder = createPositionsBuilder();
    builder.open(0, -1, -1, 0);
    builder.leaf('a', 0, 1, 3, 4);
    builder.drop(1);
    builder.leaf('b', 5, 6, 8, 9);
    expect(builder.finish().keys).toEqual([0, 'b']);
  });

  it('finds a key that stands before an offset, not below another key', () => {
    const builder = createPositionsBuilder();
    const root = builder.open(0, -1, -1, 0);
    builder.leaf('a', 0, 1, 3, 4);
    const inner = builder.open('b', 5, 6, 8);
    builder.leaf('c', 9, 10, 12, 13);
    builder.close(inner, 14);
    builder.leaf('a', 15, 16, 18, 19);
    expect(builder.keyBefore(root, 'a', 15)).toBe(0);
    expect(builder.keyBefore(root, 'a', 99)).toBe(15);
    expect(builder.keyBefore(root, 'c', 99)).toBeUndefined();
  });

  it('grows with the document', () => {
    const builder = createPositionsBuilder();
    for (let node = 0; node < 5_000; node += 1) builder.leaf(node, -1, -1, 2 * node, 2 * node + 1);
    expect(rows(builder.finish()).at(-1)).toEqual([4_999, -1, -1, 9_998, 9_999, 5_000, -1]);
  });
});

describe('the narrow form', () => {
  it('counts from where the document starts', () => {
    const builder = createPositionsBuilder();
    builder.leaf(0, -1, -1, 1_000_000, 1_000_000 + NARROW_NONE - 1);
    const { table, base } = builder.finish();
    expect([table.BYTES_PER_ELEMENT, base]).toEqual([2, 1_000_000]);
  });

  it('is not taken where the document is too long, or starts nowhere', () => {
    const builder = createPositionsBuilder();
    builder.leaf(0, -1, -1, 1_000_000, 1_000_000 + NARROW_NONE);
    expect(builder.finish().table.BYTES_PER_ELEMENT).toBe(4);
    builder.leaf(0, -1, -1, -1, -1);
    expect(builder.finish().table.BYTES_PER_ELEMENT).toBe(4);
  });

  it.each([
    ['a long comment', (length: number) => `a: 1\n#${'-'.repeat(length)}\nb:\nc: {d: 2}\n`],
    ['a long scalar', (length: number) => `a: ${'-'.repeat(length)}x\nb:\nc: {d: 2}\n`],
    ['many nodes', (length: number) => `a: [${'1,'.repeat(length / 2)}]\nb:\nc: {d: 2}\n`],
  ])('finds every field behind %s, however long', (_name, make) => {
    for (const length of [100, 65_500, 65_520, 65_530, 65_536, 66_000, 140_000]) {
      const text = `# first\nz: 1\n---\n${make(length)}`;
      const document = readText(text, 'a.yaml').documents[1];
      if (document === undefined) throw new Error('there is no second document');
      const found = [['b'], ['c', 'd'], ['c', 'e']].map((path) => findPath(document, path));
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['b', '2', 'c']);
    }
  });

  it('keeps a last key without a value far behind the last value', () => {
    const text = `a: 1\n#${'-'.repeat(70_000)}\nb:`;
    const [document] = readText(text, 'a.yaml').documents;
    expect(document && findPath(document, ['b'])).toEqual({ start: text.length - 2, end: text.length - 1, depth: 1 });
  });
});
