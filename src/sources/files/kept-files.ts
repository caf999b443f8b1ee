import { type Stats, statSync } from 'node:fs';
import type { ReadInputs, ReadRequest } from '../../core/source.ts';
import { type FileContent, fileContent } from './file-content.ts';
import type { FileReader } from './file-reader.ts';
import { readFiles } from './index.ts';
import { patchesOf } from './kustomization.ts';
import { type FileText, readTextFile } from './read-file.ts';

/** Reads the same paths again and again, and of their files only those that changed. */
export interface KeptFiles {
  /** What the paths lead to now. A file that did not change gives the same resources. */
  read(request: ReadRequest): KeptRead;
}

/** What was read, how it differs from the time before, and where changes of it may show. */
export interface KeptRead {
  readonly inputs: ReadInputs;
  readonly changes: FileChanges;
  /** Folders, any entry of which matters: absolute paths. */
  readonly folders: ReadonlySet<string>;
  /** Paths that matter, whether something is there or not: absolute paths. */
  readonly paths: ReadonlySet<string>;
}

/** Files as the report shows them, in reading order. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** A file that was written this short a time before it was read may be written again without a sign of it. */
const UNSETTLED_MILLISECONDS = 2_000;

/** Keeps nothing yet. The requests may differ in nothing but where they tell their progress. */
export function createKeptFiles(now: () => number = Date.now): KeptFiles {
  const keepContent = createKeeper<FileContent>(now);
  const keepPatches = createKeeper<readonly string[]>(now);
  let before = new Map<string, FileContent>();
  return {
    read(request) {
      const folders = new Set<string>();
      const paths = new Set<string>();
      const contents = new Map<string, FileContent>();
      const reader: FileReader = {
        content(path, shown, defaultNamespace) {
          const content = keepContent.valueAt(path, (text) => fileContent(shown, text, defaultNamespace));
          contents.set(shown, content);
          return content;
        },
        patches: (path) => keepPatches.valueAt(path, (text) => patchesOf(text, path)),
        looksInto: (folder) => void folders.add(folder),
        looksAt: (path) => void paths.add(path),
      };
      const inputs = readFiles(request, reader);
      keepContent.forgetOthers();
      keepPatches.forgetOthers();
      const changes = changesOf(before, contents);
      before = contents;
      return { inputs, changes, folders, paths };
    },
  };
}

function changesOf(before: ReadonlyMap<string, FileContent>, after: ReadonlyMap<string, FileContent>): FileChanges {
  const names = [...after.keys()];
  return {
    added: names.filter((name) => !before.has(name)),
    changed: names.filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** What was made of each file, made again only if its text is another one. */
interface Keeper<Value> {
  valueAt(path: string, make: (text: FileText) => Value): Value;
  /** Forgets the files that were not asked for since the last time. */
  forgetOthers(): void;
}

interface Kept<Value> {
  readonly status: Stats | undefined;
  readonly text: FileText;
  readonly value: Value;
}

function createKeeper<Value>(now: () => number): Keeper<Value> {
  let before = new Map<string, Kept<Value>>();
  let after = new Map<string, Kept<Value>>();

  function keptAt(path: string, make: (text: FileText) => Value): Kept<Value> {
    const known = before.get(path);
    const status = settledStatus(path, now());
    if (known?.status !== undefined && status !== undefined && areAlike(known.status, status)) return known;
    const text = readTextFile(path);
    const value = known !== undefined && isSameText(known.text, text) ? known.value : make(text);
    return { status, text, value };
  }

  return {
    valueAt(path, make) {
      const kept = keptAt(path, make);
      after.set(path, kept);
      return kept.value;
    },
    forgetOthers() {
      before = after;
      after = new Map();
    },
  };
}

/** What tells one writing of a file from the next; undefined if that cannot be told. */
function settledStatus(path: string, now: number): Stats | undefined {
  try {
    const status = statSync(path);
    return Math.max(status.mtimeMs, status.ctimeMs) + UNSETTLED_MILLISECONDS < now ? status : undefined;
  } catch {
    return undefined;
  }
}

function areAlike(left: Stats, right: Stats): boolean {
  return (
    left.mtimeMs === right.mtimeMs &&
    left.ctimeMs === right.ctimeMs &&
    left.size === right.size &&
    left.ino === right.ino &&
    left.dev === right.dev
  );
}

function isSameText(left: FileText, right: FileText): boolean {
  if (left.is === 'text') return right.is === 'text' && left.text === right.text;
  return left.is === right.is && left.why === right.why;
}
