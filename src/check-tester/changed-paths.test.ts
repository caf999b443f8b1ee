import { describe, expect, it } from 'vitest';
import { changedPaths } from './changed-paths.ts';

describe('changedPaths', () => {
  it('finds nothing between equal values', () => {
    expect(changedPaths({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual({ before: [], after: [] });
  });

  it('finds fields that are changed, gone and new', () => {
    expect(changedPaths({ a: 1, b: 2, c: { d: 3 } }, { a: 7, c: { d: 3, e: 4 } })).toEqual({
      before: [['a'], ['b']],
      after: [['a'], ['c', 'e']],
    });
  });

  it('finds the entry that a list lost, and the one that it gained', () => {
    expect(changedPaths(['a', 'b', 'c'], ['a', 'c'])).toEqual({ before: [[1]], after: [] });
    expect(changedPaths(['a', 'c'], ['a', 'b', 'c'])).toEqual({ before: [], after: [[1]] });
    expect(changedPaths([{ a: 1 }, 2], [{ a: 3 }, 2])).toEqual({ before: [[0, 'a']], after: [[0, 'a']] });
  });

  it('takes a collection that was or becomes empty as a whole', () => {
    expect(changedPaths({ a: {} }, { a: { b: 1 } })).toEqual({ before: [['a']], after: [['a']] });
    expect(changedPaths({ a: [1] }, { a: [] })).toEqual({ before: [['a']], after: [['a']] });
    expect(changedPaths({ a: [1] }, { a: { b: 1 } })).toEqual({ before: [['a']], after: [['a']] });
  });
});
