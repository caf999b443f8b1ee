import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check, CheckExamples } from '../core/check.ts';
import { isObject } from '../core/json.ts';
import type { CheckFile } from './check-file.ts';

/** Where the checks lie. */
export const checksFolder = join(dirname(import.meta.dirname), 'checks');

/** The paths of all check files below `folder`, with forward slashes, sorted. */
export function listCheckFiles(folder: string = checksFolder): string[] {
  return globSync('*/*.ts', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(?:test|generated|d)\.ts$/.test(path))
    .toSorted();
}

/**
 * Loads every check below `folder` with its examples, sorted by path.
 * @throws Error naming a file that exports no check by default, or no `examples`.
 */
export async function loadChecks(folder: string = checksFolder): Promise<CheckFile[]> {
  return Promise.all(
    listCheckFiles(folder).map(async (path) => checkFileOf(path, await importFile(join(folder, path)))),
  );
}

async function importFile(path: string): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return module;
}

/**
 * The check of a loaded module.
 * @throws Error if its default export is no check, or it exports no `examples`.
 */
export function checkFileOf(path: string, module: unknown): CheckFile {
  if (!isObject(module) || !isCheck(module['default'])) throw new Error(`${path} exports no check by default`);
  if (!isExamples(module['examples'])) throw new Error(`${path} exports no examples`);
  return { path, check: module['default'], examples: module['examples'] };
}

function isCheck(value: unknown): value is Check {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['evaluate'] === 'function';
}

function isExamples(value: unknown): value is CheckExamples {
  return isObject(value) && Array.isArray(value['pass']) && Array.isArray(value['fail']);
}
