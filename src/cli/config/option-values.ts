import { resolve } from 'node:path';
import { shownPath } from '../../sources/files/read-paths.ts';
import { type OptionValues, UsageError } from '../command.ts';
import { everything } from '../complete-claim.ts';
import { outputValue } from './config-output.ts';
import { asEntries } from './entries.ts';
import { leadsInto, liesIn } from './lies-in.ts';
import type { LoadedConfig } from './load.ts';
import type { Config } from './schema.ts';

/** The options as given, and what the configuration says where none was. */
export function withConfig(options: OptionValues, loaded: LoadedConfig | undefined): OptionValues {
  if (loaded === undefined) return options;
  const { config, folder } = loaded;
  const configured: OptionValues = {
    failOn: config['fail-on'],
    severity: config.severity,
    kubernetesVersion: config['kubernetes-version'],
    provider: config.provider,
    namespace: config.namespace,
    complete: completeValues(config.complete),
    only: asEntries(config.only),
    skip: asEntries(config.skip),
    output: options['output'] === undefined ? asEntries(config.outputs).map((value) => outputValue(value, folder)) : [],
  };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...configured, ...Object.fromEntries(given), ...selectionValues(options, config) };
}

/** What `--only` names runs whatever the configuration says; `--skip` takes away more. */
function selectionValues(options: OptionValues, config: Config): OptionValues {
  const only = options['only'];
  const skip = options['skip'];
  const configuredSkip = only === undefined ? asEntries(config.skip) : [];
  return { skip: [...configuredSkip, ...(typeof skip === 'object' ? skip : [])] };
}

function completeValues(complete: Config['complete']): readonly string[] {
  if (typeof complete === 'boolean') return complete ? [everything] : [];
  return asEntries(complete);
}

/**
 * The paths as given, or the inputs of the configuration, from the working directory.
 * @throws UsageError if an input leads out of what the configuration may reach.
 */
export function pathsWith(
  paths: readonly string[],
  loaded: LoadedConfig | undefined,
  workingDirectory: string,
): readonly string[] {
  if (paths.length > 0 || loaded === undefined) return paths;
  return asEntries(loaded.config.inputs).map((input) => {
    if (input === '-') return input;
    const path = resolve(loaded.folder, input);
    if (loaded.reach !== undefined && !leadsInto(path, loaded.reach)) {
      throw new UsageError(`the input ${input} of the configuration leads out of its repository`, NAME_IT);
    }
    return path === workingDirectory ? '.' : shownPath(path, workingDirectory);
  });
}

/** True if the paths or options as given leave out some of what the configuration is about. */
export function isPartialScan(
  paths: readonly string[],
  options: OptionValues,
  loaded: LoadedConfig,
  workingDirectory: string,
): boolean {
  if (options['only'] !== undefined || options['skip'] !== undefined) return true;
  if (paths.length === 0) return false;
  const folders = paths.filter((path) => path !== '-').map((path) => resolve(workingDirectory, path));
  const whole = asEntries(loaded.config.inputs ?? '.').map((input) => resolve(loaded.folder, input));
  return !whole.every((path) => folders.some((folder) => liesIn(path, folder)));
}

const NAME_IT = 'name it on the command line, or name the configuration: --config';
