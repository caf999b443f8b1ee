import { dirname, join, resolve } from 'node:path';
import { readTextFile } from '../../sources/files/read-file.ts';
import { type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import { CONFIG_NAMES, findConfig, repositoryRoot } from '../config/find.ts';

/** Where the configuration stands, or would if there were one: absolute paths. */
export function configPaths(words: OptionValues, { workingDirectory }: Surroundings): string[] {
  if (words['config'] === false) return [];
  const named = textOption(words, 'config');
  if (named !== undefined) return [resolve(workingDirectory, named)];
  const root = repositoryRoot(workingDirectory) ?? workingDirectory;
  const folders = [workingDirectory];
  for (let folder = workingDirectory; folder !== root; folder = dirname(folder)) folders.push(dirname(folder));
  return folders.flatMap((folder) => CONFIG_NAMES.map((name) => join(folder, name)));
}

/** What tells one state of the configuration from the next: its place and text, or what is wrong. */
export function configState(words: OptionValues, surroundings: Surroundings): string {
  if (words['config'] === false) return '';
  try {
    const named = textOption(words, 'config');
    const { workingDirectory } = surroundings;
    const path = named === undefined ? findConfig(workingDirectory) : resolve(workingDirectory, named);
    return path === undefined ? '' : JSON.stringify([path, readTextFile(path)]);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
