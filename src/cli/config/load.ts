import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { InputLocation } from '../../core/diagnostic.ts';
import type { Path } from '../../core/path.ts';
import { neutralise } from '../../outputs/neutralise.ts';
import { type FileText, readTextFile } from '../../sources/files/read-file.ts';
import { shownPath } from '../../sources/files/read-paths.ts';
import { whyUnreadable } from '../../sources/files/why-unreadable.ts';
import type { CheckCatalogue } from '../check-selection.ts';
import { type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import type { ConfigFault } from './config-fault.ts';
import { findConfig, repositoryRoot } from './find.ts';
import { leadsInto } from './lies-in.ts';
import type { Config } from './schema.ts';

/** A configuration, where it was read, and what its paths mean. */
export interface LoadedConfig {
  readonly config: Config;
  /** As the report shows it. */
  readonly file: string;
  /** The absolute path. */
  readonly path: string;
  /** The folder that its paths start from. */
  readonly folder: string;
  /** The folder that its inputs may not lead out of; undefined if the user named the configuration, and so trusts it. */
  readonly reach: string | undefined;
  /** Where a value stands. */
  locate(path: Path): InputLocation;
  /** A file as the report shows it, as a path from the folder. */
  pathOf(shown: string): string;
}

/** The most bytes of a configuration. */
export const LARGEST_CONFIG = 1024 * 1024;

/**
 * Loads the configuration that the options name or the working directory lies under; undefined if there is none. The
 * schema library is loaded only if there is one.
 * @throws UsageError that tells everything that is wrong with it.
 */
export async function loadConfig(
  options: OptionValues,
  surroundings: Surroundings,
  catalogue: CheckCatalogue,
): Promise<LoadedConfig | undefined> {
  const { workingDirectory } = surroundings;
  const named = textOption(options, 'config');
  if (options['config'] === false) return undefined;
  const path = named === undefined ? findConfig(workingDirectory) : resolve(workingDirectory, named);
  if (path === undefined) return undefined;
  if (named === undefined) refuseForeign(path, workingDirectory);
  const loaded = await configFrom(readConfigText(path, surroundings), path, surroundings, catalogue);
  return named === undefined ? loaded : { ...loaded, reach: undefined };
}

/** A link in a repository must not make a file of the user's own known by its faults. */
function refuseForeign(path: string, workingDirectory: string): void {
  if (leadsInto(path, reachOf(dirname(path)))) return;
  const message = 'the configuration cannot be read: a link leads out of the repository';
  throw faultsError(shownPath(path, workingDirectory), [{ code: 'config-unreadable', message, at: undefined }]);
}

function reachOf(folder: string): string {
  return repositoryRoot(folder) ?? folder;
}

/**
 * The text of a configuration.
 * @throws UsageError if it cannot be read or is too large.
 */
export function readConfigText(path: string, { workingDirectory }: Pick<Surroundings, 'workingDirectory'>): string {
  const content = contentOf(path);
  if (content.is === 'text') return content.text;
  const message = `the configuration cannot be read: ${content.why}`;
  throw faultsError(shownPath(path, workingDirectory), [{ code: 'config-unreadable', message, at: undefined }]);
}

/**
 * The configuration that a text makes in the file at a path.
 * @throws UsageError that tells everything that is wrong with it.
 */
export async function configFrom(
  text: string,
  path: string,
  { workingDirectory }: Pick<Surroundings, 'workingDirectory'>,
  catalogue: CheckCatalogue,
): Promise<LoadedConfig> {
  const { readConfig } = await import('./read.ts');
  const file = shownPath(path, workingDirectory);
  const read = readConfig(text, catalogue);
  if (read.is === 'wrong') throw faultsError(file, read.faults);
  const folder = dirname(path);
  return {
    config: read.config,
    file,
    path,
    folder,
    reach: reachOf(folder),
    locate: (at) => ({ file, ...read.locate(at) }),
    pathOf: (shown) => relative(folder, resolve(workingDirectory, shown)).split(sep).join('/'),
  };
}

function contentOf(path: string): FileText {
  try {
    const status = statSync(path);
    const { size } = status;
    if (!status.isFile()) return { is: 'unreadable', why: 'it is no file' };
    if (size > LARGEST_CONFIG) return { is: 'too-large', why: `it has ${size} bytes; the limit is ${LARGEST_CONFIG}` };
  } catch (error) {
    return { is: 'unreadable', why: whyUnreadable(error) };
  }
  return readTextFile(path);
}

/** All faults at once, a line each: `seawall.yaml:3:5: config-unknown-key: …`. */
function faultsError(file: string, faults: readonly ConfigFault[]): UsageError {
  const lines = faults.slice(0, MOST_FAULTS).map(({ code, message, at }) => {
    const place = at === undefined ? file : `${file}:${at.line}:${at.column}`;
    const text = message.length > MOST_CHARACTERS ? `${message.slice(0, MOST_CHARACTERS)}…` : message;
    return `${neutralise(place)}: ${code}: ${neutralise(text)}`;
  });
  if (faults.length > MOST_FAULTS) lines.push(`… and ${faults.length - MOST_FAULTS} more`);
  return new UsageError(
    `the configuration has ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
    lines.join('\n'),
  );
}

const MOST_FAULTS = 100;
const MOST_CHARACTERS = 500;
