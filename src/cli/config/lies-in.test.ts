import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { leadsInto, liesIn } from './lies-in.ts';

describe('liesIn', () => {
  it.each([
    ['/a', '/a', true],
    ['/a/b/c', '/a', true],
    ['/a/..b', '/a', true],
    ['/ab', '/a', false],
    ['/', '/a', false],
    ['/a', '/', true],
  ])('%s in %s: %j', (path, folder, expected) => {
    expect(liesIn(path, folder)).toBe(expected);
  });
});

describe('leadsInto', () => {
  it('follows links', () => {
    using outside = temporaryTree({ 'a.yaml': '' });
    using tree = temporaryTree({ out: `-> ${outside.root}`, 'in/a.yaml': '', link: '-> in' });
    const found = ['in', 'link', 'link/a.yaml', 'absent', 'out', 'out/a.yaml'].map((name) =>
      leadsInto(tree.path(name), tree.root),
    );
    expect(found).toEqual([true, true, true, true, false, false]);
    expect(leadsInto(tree.path('../absent'), tree.root)).toBe(false);
  });
});
