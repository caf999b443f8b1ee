import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../core/resource.ts';
import type { ReadInputs, ReadRequest } from '../../core/source.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import { createKeptFiles } from './kept-files.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

function pod(name: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`;
}

function requestIn(tree: TemporaryTree, paths: readonly string[] = ['.']): ReadRequest {
  return {
    paths,
    workingDirectory: tree.root,
    defaultNamespace: 'default',
    claims: [],
    targetVersion: newestVersion,
    standardInput: { name: 'stdin', read: () => '' },
    progress() {},
  };
}

function resources({ inventories }: ReadInputs): readonly Resource[] {
  return inventories.flatMap((inventory) => inventory.resources);
}

const unchanged = { added: [], changed: [], removed: [] };

describe('kept files', () => {
  it('give the same resources where nothing changed, and say what did', () => {
    using tree = temporaryTree({ 'a.yaml': pod('a'), 'b.yaml': pod('b') });
    const kept = createKeptFiles();
    const first = kept.read(requestIn(tree));
    expect(first.changes).toEqual({ ...unchanged, added: ['a.yaml', 'b.yaml'] });
    const [a, b] = resources(first.inputs);
    const second = kept.read(requestIn(tree));
    expect([second.changes, resources(second.inputs)[0] === a, resources(second.inputs)[1] === b]).toEqual([
      unchanged,
      true,
      true,
    ]);
    writeFileSync(tree.path('b.yaml'), pod('x'));
    const third = kept.read(requestIn(tree));
    expect(third.changes).toEqual({ ...unchanged, changed: ['b.yaml'] });
    expect(resources(third.inputs)[0]).toBe(a);
    expect(resources(third.inputs)[1]?.name).toBe('x');
  });

  it('see files that come, go and move', () => {
    using tree = temporaryTree({ 'a.yaml': pod('a'), 'c/': '' });
    const kept = createKeptFiles();
    kept.read(requestIn(tree));
    renameSync(tree.path('a.yaml'), tree.path('c', 'b.yaml'));
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, added: ['c/b.yaml'], removed: ['a.yaml'] });
    rmSync(tree.path('c', 'b.yaml'));
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, removed: ['c/b.yaml'] });
  });

  it('see what ignore files and kustomizations leave out', () => {
    using tree = temporaryTree({ '.git/': '', 'a.yaml': pod('a'), 'b.yaml': pod('b') });
    const kept = createKeptFiles();
    kept.read(requestIn(tree));
    writeFileSync(tree.path('.seawallignore'), 'a.yaml\n');
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, removed: ['a.yaml'] });
    writeFileSync(tree.path('kustomization.yaml'), 'patches: [{path: b.yaml}]\n');
    const added = ['kustomization.yaml'];
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, added, removed: ['b.yaml'] });
    writeFileSync(tree.path('kustomization.yaml'), 'patches: [{path: x.yaml}]\n');
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, added: ['b.yaml'], changed: added });
  });

  it('see another text of the same size, written at the same time', () => {
    using tree = temporaryTree({ 'a.yaml': pod('a') });
    const kept = createKeptFiles();
    const moment = new Date();
    utimesSync(tree.path('a.yaml'), moment, moment);
    kept.read(requestIn(tree));
    writeFileSync(tree.path('a.yaml'), pod('b'));
    utimesSync(tree.path('a.yaml'), moment, moment);
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, changed: ['a.yaml'] });
  });

  it('do not read again what was written long ago, and do when it is written', () => {
    using tree = temporaryTree({ 'a.yaml': pod('a') });
    let now = Date.now() + 60_000;
    const kept = createKeptFiles(() => now);
    const [first] = resources(kept.read(requestIn(tree)).inputs);
    now += 60_000;
    expect(resources(kept.read(requestIn(tree)).inputs)[0]).toBe(first);
    writeFileSync(tree.path('a.yaml'), `${pod('a')}# longer\n`);
    expect(kept.read(requestIn(tree)).changes).toEqual({ ...unchanged, changed: ['a.yaml'] });
  });

  it('take a file for the same that was written with the same text', () => {
    using tree = temporaryTree({ 'a.yaml': pod('a') });
    const kept = createKeptFiles();
    kept.read(requestIn(tree));
    writeFileSync(tree.path('a.yaml'), pod('a'));
    expect(kept.read(requestIn(tree)).changes).toEqual(unchanged);
  });

  it('say what cannot be read, and when it can again', () => {
    using tree = temporaryTree({ 'a.yaml': Buffer.from([0]) });
    const kept = createKeptFiles();
    const why = 'a.yaml cannot be read: it is no text: it holds a null byte';
    expect(kept.read(requestIn(tree)).inputs.diagnostics.map(({ message }) => message)).toEqual([why]);
    expect(kept.read(requestIn(tree)).changes).toEqual(unchanged);
    writeFileSync(tree.path('a.yaml'), pod('a'));
    const read = kept.read(requestIn(tree));
    expect([read.changes, read.inputs.diagnostics]).toEqual([{ ...unchanged, changed: ['a.yaml'] }, []]);
  });

  it('name what must be watched: folders that are read, ignore files above them, and the paths themselves', () => {
    using tree = temporaryTree({
      '.git/': '',
      '.gitignore': 'out/\n',
      'deploy/c/a.yaml': pod('a'),
      'deploy/out/b.yaml': pod('b'),
      'x.yaml': pod('x'),
    });
    const { folders, paths } = createKeptFiles().read(requestIn(tree, ['deploy', 'x.yaml', 'gone.yaml']));
    expect([...folders]).toEqual([tree.path('deploy'), tree.path('deploy', 'c')]);
    expect([...paths]).toEqual([
      tree.path('deploy'),
      tree.path('.gitignore'),
      tree.path('.seawallignore'),
      tree.path('x.yaml'),
      tree.path('gone.yaml'),
    ]);
  });
});
