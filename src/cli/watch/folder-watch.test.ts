import { mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { createFolderWatch, type FolderWatch, type WatchSystem } from './folder-watch.ts';

/** A system whose watches are in the hands of the test. */
function systemOf(mostWatches = Number.POSITIVE_INFINITY) {
  const listeners = new Map<string, Parameters<WatchSystem['watch']>[1]>();
  const onErrors = new Map<string, () => void>();
  let opened = 0;
  const system: WatchSystem = {
    watch(folder, listener) {
      if (listeners.size >= mostWatches) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      opened += 1;
      listeners.set(folder, listener);
      return { close: () => void listeners.delete(folder), on: (_event, act) => void onErrors.set(folder, act) };
    },
    pollMilliseconds: 1_000,
  };
  return {
    system,
    folders: () => [...listeners.keys()].toSorted(),
    opened: () => opened,
    notice: (folder: string, name: string | null) => listeners.get(folder)?.('rename', name),
    fail: (folder: string) => onErrors.get(folder)?.(),
  };
}

function watched(folders: readonly string[], paths: readonly string[] = []) {
  return { folders: new Set(folders), paths: new Set(paths) };
}

describe('the watch of folders', () => {
  let changes = 0;
  let whys: string[] = [];
  beforeEach(() => {
    changes = 0;
    whys = [];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watching(system: ReturnType<typeof systemOf>): FolderWatch {
    return createFolderWatch(
      () => (changes += 1),
      (why) => whys.push(why),
      system.system,
    );
  }

  it('tells of every entry of a folder, and of single paths', () => {
    using tree = temporaryTree({ 'all/': '', 'one/': '' });
    const system = systemOf();
    const watch = watching(system);
    expect(watch.follow(watched([tree.path('all')], [tree.path('one', 'a.yaml')]))).toBe(true);
    system.notice(tree.path('all'), 'x');
    system.notice(tree.path('one'), 'a.yaml');
    system.notice(tree.path('one'), null);
    expect(changes).toBe(3);
    system.notice(tree.path('one'), 'b.yaml');
    expect(changes).toBe(3);
  });

  it('watches the folder that is there for what is not', () => {
    using tree = temporaryTree({});
    const system = systemOf();
    watching(system).follow(watched([], [tree.path('a', 'b', 'c.yaml')]));
    expect(system.folders()).toEqual([tree.root]);
    system.notice(tree.root, 'a');
    system.notice(tree.root, 'b');
    expect(changes).toBe(1);
  });

  it('follows: it opens what is new, closes what is no more, and leaves the rest', () => {
    using tree = temporaryTree({ 'a/': '', 'b/': '', 'c/': '' });
    const system = systemOf();
    const watch = watching(system);
    const [a, b, c] = [tree.path('a'), tree.path('b'), tree.path('c')];
    expect([watch.follow(watched([a, b])), system.folders()]).toEqual([true, [a, b]]);
    expect([watch.follow(watched([a, b])), system.opened()]).toEqual([false, 2]);
    expect([watch.follow(watched([b, c])), system.folders()]).toEqual([true, [b, c]]);
    expect([watch.follow(watched([c])), system.folders()]).toEqual([false, [c]]);
    watch.close();
    expect(system.folders()).toEqual([]);
  });

  it('watches a folder anew that was made again', () => {
    using tree = temporaryTree({ 'a/': '' });
    const system = systemOf();
    const watch = watching(system);
    watch.follow(watched([tree.path('a')]));
    rmSync(tree.path('a'), { recursive: true });
    mkdirSync(tree.path('a'));
    expect([watch.follow(watched([tree.path('a')])), system.opened()]).toEqual([true, 2]);
  });

  it('takes the end of a watch for a change', () => {
    using tree = temporaryTree({ 'a/': '' });
    const system = systemOf();
    const watch = watching(system);
    watch.follow(watched([tree.path('a')]));
    system.fail(tree.path('a'));
    expect([changes, system.folders()]).toEqual([1, []]);
  });

  it('looks by the clock where the system has no more watches', () => {
    using tree = temporaryTree({ 'a/': '', 'b/': '' });
    const system = systemOf(1);
    const watch = watching(system);
    expect(watch.follow(watched([tree.path('a'), tree.path('b')]))).toBe(false);
    expect(whys).toEqual(['the system watches no more folders (ENOSPC)']);
    expect(system.folders()).toEqual([]);
    vi.advanceTimersByTime(3_000);
    expect(changes).toBe(3);
    watch.follow(watched([tree.path('a')]));
    expect([system.folders(), whys.length]).toEqual([[], 1]);
    watch.close();
    vi.advanceTimersByTime(3_000);
    expect(changes).toBe(3);
  });

  it('looks by the clock at very many folders', () => {
    const system = systemOf();
    const watch = watching(system);
    const folders = Array.from({ length: 10_001 }, (_, index) => `/nowhere/${index}`);
    expect(watch.follow(watched(folders))).toBe(false);
    expect([whys, system.opened()]).toEqual([['there are over 10000 folders'], 0]);
    watch.close();
  });

  it('leaves to the scan what is gone', () => {
    using tree = temporaryTree({});
    const watch = createFolderWatch(
      () => (changes += 1),
      (why) => whys.push(why),
    );
    watch.follow(watched([tree.path('gone')]));
    expect(whys).toEqual([]);
    watch.close();
  });
});
