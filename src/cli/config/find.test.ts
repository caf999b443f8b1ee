import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { findConfig, repositoryRoot } from './find.ts';

describe('findConfig', () => {
  it('finds the nearest up to the root of the repository', () => {
    using tree = temporaryTree({
      'seawall.yaml': '',
      'repository/.git/': '',
      'repository/seawall.yml': '',
      'repository/deploy/seawall.yaml': '',
      'repository/deploy/base/': '',
      'repository/apps/': '',
      'other/.git/': '',
      'other/apps/': '',
    });
    expect(findConfig(tree.path('repository/deploy/base'))).toBe(tree.path('repository/deploy/seawall.yaml'));
    expect(findConfig(tree.path('repository/apps'))).toBe(tree.path('repository/seawall.yml'));
    expect(findConfig(tree.path('other/apps'))).toBeUndefined();
  });

  it('stays in the folder outside of a repository', () => {
    using tree = temporaryTree({ 'seawall.yaml': '', 'deploy/': '' });
    expect(findConfig(tree.path('deploy'))).toBeUndefined();
    expect(findConfig(tree.root)).toBe(tree.path('seawall.yaml'));
  });

  it('refuses to choose between two', () => {
    using tree = temporaryTree({ 'seawall.yaml': '', 'seawall.yml': '' });
    const message = `${tree.path('seawall.yaml')} and ${tree.path('seawall.yml')} stand side by side`;
    expect(() => findConfig(tree.root)).toThrow(expect.objectContaining({ message, hint: 'remove one of them' }));
  });
});

describe('repositoryRoot', () => {
  it('is the nearest folder with a repository', () => {
    using tree = temporaryTree({ '.git': 'gitdir: elsewhere\n', 'inner/.git/': '', 'inner/deep/': '', 'beside/': '' });
    expect(repositoryRoot(tree.path('inner/deep'))).toBe(tree.path('inner'));
    expect(repositoryRoot(tree.path('beside'))).toBe(tree.root);
  });
});
