import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { isObject } from '../../src/core/json.ts';

/** A minor version and the newest patch of it that is released. */
export interface Patch {
  readonly minor: number;
  readonly patch: number;
}

/** The newest released patch of each minor version, in the order asked for. Throws an Error if one has none. */
export function newestPatches(module: string, minors: readonly number[]): Patch[] {
  return newestOf(go(['list', '-m', '-versions', module]).split(/\s+/), minors);
}

/** The same from a list of versions such as `v1.31.0`; pre-releases do not count. */
export function newestOf(versions: readonly string[], minors: readonly number[]): Patch[] {
  return minors.map((minor) => {
    const patches = versions
      .map((version) => /^v\d+\.(\d+)\.(\d+)$/.exec(version))
      .filter((match) => Number(match?.[1]) === minor)
      .map((match) => Number(match?.[2]));
    if (patches.length === 0) throw new Error(`no release of the minor version ${minor} is known`);
    return { minor, patch: Math.max(...patches) };
  });
}

/** The folder of a module in Go's module cache, downloaded if need be. Throws an Error if it cannot be had. */
export function downloadModule(module: string, version: string): string {
  const answer: unknown = JSON.parse(go(['mod', 'download', '-json', `${module}@${version}`]));
  const folder = isObject(answer) ? answer['Dir'] : undefined;
  if (typeof folder !== 'string') throw new Error(`go mod download gave no folder of ${module}@${version}`);
  return folder;
}

function go(words: readonly string[]): string {
  // Outside of any module, and of a workspace.
  return execFileSync('go', words, { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
}
