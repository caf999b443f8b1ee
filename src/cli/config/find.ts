import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command.ts';

/** The names of a configuration. */
export const CONFIG_NAMES = ['seawall.yaml', 'seawall.yml'] as const;

/**
 * The nearest configuration from a folder up to the root of its repository; undefined if there is none. Outside of a
 * repository it looks into the folder alone: what lies above may be anyone's.
 * @throws UsageError if one folder holds two.
 */
export function findConfig(folder: string): string | undefined {
  const root = repositoryRoot(folder);
  for (let current = folder; ; current = dirname(current)) {
    const found = CONFIG_NAMES.map((name) => join(current, name)).filter((path) => existsSync(path));
    if (found.length > 1) throw new UsageError(`${found.join(' and ')} stand side by side`, 'remove one of them');
    if (found[0] !== undefined) return found[0];
    if (root === undefined || current === root) return undefined;
  }
}

/** The nearest folder upwards that holds a repository; undefined if none does. */
export function repositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}
