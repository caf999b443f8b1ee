import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type TemporaryTree, temporaryTree } from '../../sources/files/temporary-tree.ts';
import { surroundingsInMemory } from '../surroundings-in-memory.ts';
import { configPaths, configState } from './config-watch.ts';

function within(tree: TemporaryTree, ...names: readonly string[]) {
  return surroundingsInMemory({ workingDirectory: tree.path(...names) });
}

describe('the paths of the configuration', () => {
  it('lie from the working directory up to the root of the repository', () => {
    using tree = temporaryTree({ '.git/': '', 'a/b/': '' });
    expect(configPaths({}, within(tree, 'a', 'b'))).toEqual(
      ['a/b/seawall.yaml', 'a/b/seawall.yml', 'a/seawall.yaml', 'a/seawall.yml', 'seawall.yaml', 'seawall.yml'].map(
        (path) => tree.path(path),
      ),
    );
  });

  it('lie in the working directory outside of a repository, or where the options say', () => {
    using tree = temporaryTree({ 'a/': '' });
    expect(configPaths({}, within(tree, 'a'))).toEqual([tree.path('a', 'seawall.yaml'), tree.path('a', 'seawall.yml')]);
    expect(configPaths({ config: '../x.yaml' }, within(tree, 'a'))).toEqual([tree.path('x.yaml')]);
    expect(configPaths({ config: false }, within(tree, 'a'))).toEqual([]);
  });
});

describe('the state of the configuration', () => {
  it('is another one when it comes, changes, is doubled or comes nearer', () => {
    using tree = temporaryTree({ '.git/': '', 'a/': '' });
    const states = [configState({}, within(tree, 'a'))];
    for (const [path, text] of [
      ['seawall.yaml', 'a: 1'],
      ['seawall.yaml', 'a: 2'],
      ['seawall.yml', 'a: 2'],
      ['a/seawall.yaml', 'a: 2'],
    ] as const) {
      writeFileSync(tree.path(path), text);
      states.push(configState({}, within(tree, 'a')));
    }
    expect(new Set(states).size).toBe(5);
    expect(configState({}, within(tree, 'a'))).toBe(states[4]);
    expect(configState({ config: false }, within(tree, 'a'))).toBe('');
  });

  it('is another one when it cannot be read', () => {
    using tree = temporaryTree({});
    const options = { config: 'x.yaml' };
    const absent = configState(options, within(tree));
    mkdirSync(tree.path('x.yaml'));
    expect(configState(options, within(tree))).not.toBe(absent);
  });
});
