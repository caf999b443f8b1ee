import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { UsageError } from '../command.ts';
import { type OutputTarget, parseOutputTargets } from '../output-target.ts';
import { leadsInto } from './lies-in.ts';

/**
 * Reads an output of a configuration: its file lies in the folder of the configuration. Who scans a repository that he does
 * not know must not have his files overwritten by it.
 * @throws UsageError if there is no such format, or the file lies elsewhere.
 */
export function parseOutputHere(value: string): OutputTarget | undefined {
  const [target] = parseOutputTargets([value]);
  const file = target?.file;
  const names = file === undefined ? [] : normalize(file).split(sep);
  if (file !== undefined && (isAbsolute(file) || names[0] === '..' || names.includes('.git'))) {
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

/** A link is refused even if it leads to another file of the folder: what it leads to can change. */
function isLedOut(path: string, folder: string): boolean {
  return !leadsInto(dirname(path), folder) || lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
