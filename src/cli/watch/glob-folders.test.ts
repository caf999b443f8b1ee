import { expect, it } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { globFolders } from './glob-folders.ts';

it.each([
  [['*.yaml'], ['']],
  [['a/*.yaml'], ['a']],
  [['**/*.yaml'], ['', 'a', 'a/b', 'node_modules_no', 'odd[1]']],
  [['a/**'], ['a']],
  [['a/*/x.yaml'], ['a', 'a/b']],
  [['a', 'a/x.yaml', 'odd[1]'], []],
])('%j may match a new file in %j', (paths, folders) => {
  using tree = temporaryTree({
    'a/b/x.yaml': '',
    'node_modules/c/': '',
    '.git/d/': '',
    'node_modules_no/': '',
    'odd[1]/': '',
  });
  expect(globFolders(paths, tree.root).toSorted()).toEqual(
    folders.map((folder) => tree.path(folder).replace(/\/$/, '')),
  );
});
