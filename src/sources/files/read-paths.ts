import { existsSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';

/** One thing to read: the standard input, a file or a folder. */
export type Entry =
  | { readonly is: 'standard-input' }
  | { readonly is: 'file' | 'folder'; readonly path: string }
  | { readonly is: 'nothing'; readonly path: string };

/** What the paths of the command line lead to, in their order, each file once. */
export function entriesOf(paths: readonly string[], workingDirectory: string): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of path === '-' ? ['-'] : expand(path, workingDirectory)) {
      if (seen.has(found)) continue;
      seen.add(found);
      entries.push(found === '-' ? { is: 'standard-input' } : entryAt(found));
    }
  }
  return entries;
}

function expand(path: string, workingDirectory: string): string[] {
  const absolute = resolve(workingDirectory, path);
  if (existsSync(absolute) || !isGlob(path)) return [absolute];
  const found = globSync(path, { cwd: workingDirectory, absolute: true, followSymbolicLinks: false }).toSorted();
  return found.length === 0 ? [absolute] : found;
}

/** True for a path with characters that stand for others. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

function entryAt(path: string): Entry {
  const status = statusOf(path);
  if (status === undefined) return { is: 'nothing', path };
  return { is: status.isDirectory() ? 'folder' : 'file', path };
}

/** Undefined for what does not exist or cannot be looked at: reading it will say why. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** How the report shows a path: relative to the working directory if it lies below it, else absolute. */
export function shownPath(path: string, workingDirectory: string): string {
  const inner = relative(workingDirectory, path);
  const lies = inner !== '' && !inner.startsWith(`..${sep}`) && inner !== '..' && !isAbsolute(inner);
  return (lies ? inner : path).split(sep).join('/');
}
