import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { isGlob } from '../../sources/files/read-paths.ts';

/** Folders that people keep no manifests in, and that hold thousands of others. */
const LEFT_OUT = ['**/.git', '**/node_modules'];

/** The folders in which a new file may match one of the globs among the paths: absolute paths. */
export function globFolders(paths: readonly string[], workingDirectory: string): string[] {
  return paths
    .filter((path) => isGlob(path) && !existsSync(resolve(workingDirectory, path)))
    .flatMap((path) => foldersOf(path, workingDirectory));
}

function foldersOf(glob: string, workingDirectory: string): string[] {
  const names = glob.split('/');
  const first = names.findIndex(isGlob);
  const base = resolve(workingDirectory, names.slice(0, first).join('/') || (glob.startsWith('/') ? '/' : '.'));
  if (first === names.length - 1) return [base];
  const inner = globSync('**', {
    cwd: base,
    onlyDirectories: true,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: LEFT_OUT,
  });
  return [base, ...inner.map((folder) => resolve(base, folder))];
}
