import { existsSync, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { KeptRead } from '../../sources/files/kept-files.ts';

/** What changes matter: folders with all their entries, and single paths. */
export type WatchedPaths = Pick<KeptRead, 'folders' | 'paths'>;

/** Tells when something changes, by the system's notices or, where it gives none, by the clock. */
export interface FolderWatch {
  /** Watches these and nothing else; true if some of them were not watched before. */
  follow(watched: WatchedPaths): boolean;
  close(): void;
}

/** What a watch needs of the system. */
export interface WatchSystem {
  /** As that of `node:fs`. */
  watch(folder: string, listener: (event: string, name: string | null) => void): SystemWatcher;
  readonly pollMilliseconds: number;
}

interface SystemWatcher {
  on(event: 'error', act: () => void): unknown;
  close(): void;
}

/** More folders than this are looked at by the clock. */
const MOST_FOLDERS = 10_000;

const nodeSystem: WatchSystem = { watch: (folder, listener) => watch(folder, listener), pollMilliseconds: 1_000 };

/**
 * Starts watching nothing. Each folder is watched by itself, not file by file: so an editor that writes by renaming is
 * seen, few watches are used, and none on what is ignored. `onPolling` is told why the clock must do.
 */
export function createFolderWatch(
  onChange: () => void,
  onPolling: (why: string) => void,
  system: WatchSystem = nodeSystem,
): FolderWatch {
  const watchers = new Map<string, Watcher>();
  let poll: NodeJS.Timeout | undefined;

  function pollInstead(why: string): void {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
    if (poll !== undefined) return;
    poll = setInterval(onChange, system.pollMilliseconds);
    onPolling(why);
  }

  function open(folder: string, names: Names): void {
    const stamp = stampOf(folder);
    const watcher = system.watch(folder, (_event, name) => {
      if (name === null || names === 'all' || names.has(name)) onChange();
    });
    // A folder that goes away ends its watch; the next scan tells whether it came back.
    watcher.on('error', () => {
      drop(folder);
      onChange();
    });
    watchers.set(folder, { names, stamp, close: () => watcher.close() });
  }

  function drop(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  /** The code of the error that says that the system has no more watches to give; undefined if all is well. */
  function exhaustion(folder: string, names: Names): string | undefined {
    try {
      open(folder, names);
      return undefined;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // What is gone, or may not be looked into, is for the scan to report.
      return code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR'
        ? undefined
        : String(code);
    }
  }

  return {
    follow(watched) {
      if (poll !== undefined) return false;
      const wanted = namesByFolder(watched);
      if (wanted.size > MOST_FOLDERS) {
        pollInstead(`there are over ${MOST_FOLDERS} folders`);
        return false;
      }
      for (const [folder, { names, stamp }] of watchers) {
        if (!isSame(names, wanted.get(folder)) || stamp !== stampOf(folder)) drop(folder);
      }
      let hasMore = false;
      for (const [folder, names] of wanted) {
        if (watchers.has(folder)) continue;
        const code = exhaustion(folder, names);
        if (code !== undefined) {
          pollInstead(`the system watches no more folders (${code})`);
          return false;
        }
        hasMore = true;
      }
      return hasMore;
    },
    close() {
      clearInterval(poll);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

interface Watcher {
  readonly names: Names;
  /** Tells the folder that is watched from a later one in its place. */
  readonly stamp: string | undefined;
  close(): void;
}

/** Undefined for a folder that is not there. */
function stampOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

/** The entries of a folder that matter. */
type Names = 'all' | ReadonlySet<string>;

function namesByFolder({ folders, paths }: WatchedPaths): Map<string, Names> {
  const single = new Map<string, Set<string>>();
  for (const path of paths) {
    const { folder, name } = nearestFolder(path);
    single.set(folder, (single.get(folder) ?? new Set()).add(name));
  }
  const wanted = new Map<string, Names>(single);
  for (const folder of folders) wanted.set(folder, 'all');
  return wanted;
}

/** The nearest folder above a path that exists, and which entry of it leads to the path. */
function nearestFolder(path: string): { folder: string; name: string } {
  let [folder, name] = [dirname(path), basename(path)];
  while (!existsSync(folder) && folder !== dirname(folder)) [folder, name] = [dirname(folder), basename(folder)];
  return { folder, name };
}

function isSame(left: Names, right: Names | undefined): boolean {
  if (left === 'all' || right === 'all' || right === undefined) return left === right;
  return left.size === right.size && [...left].every((name) => right.has(name));
}
