import type { CheckCatalogue } from './check-selection.ts';
import { type OptionValues, type Surroundings, UsageError } from './command.ts';
import { type LoadedConfig, loadConfig } from './config/load.ts';
import { pathsWith, withConfig } from './config/option-values.ts';

/** A scan as the command line and the configuration ask for it. */
export interface PreparedScan {
  readonly loaded: LoadedConfig | undefined;
  readonly options: OptionValues;
  readonly paths: readonly string[];
}

/**
 * Reads the configuration, if there is one, and puts the command line above it.
 * @throws UsageError if it is wrong, or there is nothing to scan.
 */
export async function prepareScan(
  given: readonly string[],
  words: OptionValues,
  surroundings: Surroundings,
  catalogue: CheckCatalogue,
): Promise<PreparedScan> {
  const loaded = await loadConfig(words, surroundings, catalogue);
  const options = withConfig(words, loaded);
  const paths = pathsWith(given, loaded, surroundings.workingDirectory);
  if (paths.length === 0) throw new UsageError('there is nothing to scan', 'name files or folders: seawall scan .');
  return { loaded, options, paths };
}
