import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { UsageError } from '../command.ts';
import { type OutputTarget, parseOutputTargets } from '../output-target.ts';

/**
 * Reads an output of a configuration: its file lies in the folder of the configuration. Who scans a repository that he does
 * not know must not have his files overwritten by it.
 * @throws UsageError if there is no such format, or the file lies elsewhere.
 */
export function parseOutputHere(value: string): OutputTarget | undefined {
  const [target] = parseOutputTargets([value]);
  const file = target?.file;
  if (file !== undefined && (isAbsolute(file) || normalize(file).split(sep)[0] === '..')) {
    throw new UsageError(`${file} lies outside of the folder of the configuration`, 'name it on the command line: -o');
  }
  return target;
}

/**
 * The `-o` value of an output, with its file from that folder.
 * @throws UsageError if a link leads the file out of the folder.
 */
export function outputValue(value: string, folder: string): string {
  const target = parseOutputHere(value);
  if (target?.file === undefined) return value;
  const path = join(folder, target.file);
  if (isLedOut(path, folder)) {
    throw new UsageError(`a link leads ${target.file} out of the folder of the configuration`, 'remove the link');
  }
  return `${target.format}=${path}`;
}

function isLedOut(path: string, folder: string): boolean {
  const parent = realPathOf(dirname(path));
  const root = realPathOf(folder);
  // A folder that does not exist is named when the file is to be written.
  if (parent === undefined || root === undefined) return false;
  if (parent !== root && !parent.startsWith(root + sep)) return true;
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
