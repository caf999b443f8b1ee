import { describe, expect, it } from 'vitest';
import { removedPath } from './removed-path.ts';

describe('removedPath', () => {
  const root = { a: { b: [{ c: 1 }], d: null }, e: [[1]], f: [1, { g: 1 }] };

  it('is the field where its parent keeps another', () => {
    expect(removedPath(root, ['a', 'd'])).toEqual(['a', 'd']);
    expect(removedPath(root, ['f', 0])).toEqual(['f', 0]);
  });

  it('is the outermost parent that is left empty', () => {
    expect(removedPath(root, ['a', 'b', 0, 'c'])).toEqual(['a', 'b']);
    expect(removedPath(root, ['f', 1, 'g'])).toEqual(['f', 1]);
    expect(removedPath(root, ['e', 0, 0])).toEqual(['e']);
  });

  it('is never the root', () => {
    expect(removedPath({ a: { b: 1 } }, ['a', 'b'])).toEqual(['a']);
    expect(removedPath([[1]], [0, 0])).toEqual([0]);
    expect(removedPath({ a: 1 }, [])).toEqual([]);
  });

  it('is undefined where nothing stands', () => {
    expect(removedPath(root, ['a', 'x'])).toBeUndefined();
    expect(removedPath(root, ['f', 2])).toBeUndefined();
    expect(removedPath(root, ['constructor'])).toBeUndefined();
  });
});
