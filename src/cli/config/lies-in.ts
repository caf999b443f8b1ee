import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** True for a folder and for what its path says lies in it; both are absolute. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True if what a path leads to, over links, lies in a folder; for what does not exist its path alone is told by. */
export function leadsInto(path: string, folder: string): boolean {
  const [to, root] = [realPathOf(path), realPathOf(folder)];
  return to === undefined || root === undefined ? liesIn(path, folder) : liesIn(to, root);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
