import { describe, expect, it } from 'vitest';
import { entriesOf, shownPath } from './read-paths.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

/** What paths lead to, as `file a.yaml`, relative to the tree. */
function entries(tree: TemporaryTree, paths: readonly string[], folder = ''): string[] {
  return entriesOf(paths, tree.path(folder)).map((entry) =>
    entry.is === 'standard-input' ? entry.is : `${entry.is} ${entry.path.slice(tree.root.length + 1)}`,
  );
}

describe('entriesOf', () => {
  it('tells files, folders, the standard input and nothing apart, in their order', () => {
    using tree = temporaryTree({ 'b.yaml': '', 'a/c.yaml': '' });
    expect(entries(tree, ['b.yaml', '-', 'a', 'absent.yaml', tree.path('a', 'c.yaml')])).toEqual([
      'file b.yaml',
      'standard-input',
      'folder a',
      'nothing absent.yaml',
      'file a/c.yaml',
    ]);
  });

  it('takes the same path once, however it is written', () => {
    using tree = temporaryTree({ 'a.yaml': '', 'b/c.yaml': '' });
    expect(entries(tree, ['a.yaml', './a.yaml', 'b/../a.yaml', tree.path('a.yaml'), 'b', 'b/', '-', '-'])).toEqual([
      'file a.yaml',
      'folder b',
      'standard-input',
    ]);
  });

  it('expands globs in the order of names', () => {
    using tree = temporaryTree({ 'b.yaml': '', 'a.yaml': '', 'c.json': '', 'd/e.yaml': '', '.f.yaml': '', x: '-> d' });
    expect(entries(tree, ['*.yaml'])).toEqual(['file a.yaml', 'file b.yaml']);
    expect(entries(tree, ['**/*.yaml'])).toEqual(['file a.yaml', 'file b.yaml', 'file d/e.yaml']);
    expect(entries(tree, ['*.{json,yaml}', 'a.yaml'])).toEqual(['file a.yaml', 'file b.yaml', 'file c.json']);
    expect(entries(tree, ['[ab].yaml'])).toEqual(['file a.yaml', 'file b.yaml']);
  });

  it('takes a glob that matches nothing for a path that does not exist', () => {
    using tree = temporaryTree({ 'a.yaml': '' });
    expect(entries(tree, ['*.json'])).toEqual(['nothing *.json']);
  });

  it('takes a name with special characters as it is where such a file exists', () => {
    using tree = temporaryTree({ 'a[1].yaml': '', 'a1.yaml': '' });
    expect(entries(tree, ['a[1].yaml'])).toEqual(['file a[1].yaml']);
  });

  it('starts from the working directory', () => {
    using tree = temporaryTree({ 'a.yaml': '', 'b/c.yaml': '' });
    expect(entries(tree, ['c.yaml', '../a.yaml', '../*.yaml'], 'b')).toEqual(['file b/c.yaml', 'file a.yaml']);
  });

  it('takes what cannot be looked at for nothing: reading it will say why', () => {
    using tree = temporaryTree({ one: '-> two', two: '-> one', file: '' });
    expect(entries(tree, ['one', 'file/below', 'n'.repeat(300)])).toEqual([
      'nothing one',
      'nothing file/below',
      `nothing ${'n'.repeat(300)}`,
    ]);
  });
});

describe('shownPath', () => {
  it.each([
    ['/shop/a.yaml', 'a.yaml'],
    ['/shop/b/a.yaml', 'b/a.yaml'],
    ['/shop/..a.yaml', '..a.yaml'],
    ['/shop', '/shop'],
    ['/a.yaml', '/a.yaml'],
    ['/shopshop/a.yaml', '/shopshop/a.yaml'],
  ])('of %s is %s', (path, shown) => {
    expect(shownPath(path, '/shop')).toBe(shown);
  });
});
