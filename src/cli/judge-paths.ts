import { areas, checks } from '../checks/registry.generated.ts';
import type { Exception } from '../core/exception.ts';
import type { Report } from '../core/report.ts';
import { type ScanSettings, scan } from '../core/scan.ts';
import type { ReadRequest } from '../core/source.ts';
import { frameworks } from '../frameworks/registry.generated.ts';
import filesSource from '../sources/files/index.ts';
import { askedFrameworks, runsFor } from './asked-frameworks.ts';
import { type CheckCatalogue, parseSelectors } from './check-selection.ts';
import { listOption, type OptionValues, type Surroundings, textOption, UsageError } from './command.ts';
import { checkRules } from './config/check-rules.ts';
import { configExceptions } from './config/exceptions.ts';
import type { LoadedConfig } from './config/load.ts';
import { startProgress } from './progress.ts';
import { scanRequest, scanTargetVersion } from './scan-request.ts';
import { isSeverity, parseProvider } from './scan-values.ts';

/** Every check there is. */
export const catalogue: CheckCatalogue = { checks, areas };

/** What to read, and how to judge it. */
export interface ScanPlan {
  readonly request: ReadRequest;
  readonly settings: ScanSettings;
  /** Those of the configuration. */
  readonly exceptions: readonly Exception[];
}

/**
 * Reads and judges what the paths lead to, by the options and the configuration. `isPartial`: the paths and options leave
 * out some of what the configuration is about.
 * @throws UsageError if an option is wrong.
 */
export function judgePaths(
  paths: readonly string[],
  options: OptionValues,
  loaded: LoadedConfig | undefined,
  isPartial: boolean,
  surroundings: Surroundings,
): Report {
  const { request, settings, exceptions } = planScan(paths, options, loaded, isPartial, surroundings);
  const progress = startProgress(surroundings, options['quiet'] === true);
  const read = filesSource.read({ ...request, progress: (files) => progress.update(`${files} files read`) });
  const report = scan({ ...read, exceptions: [...read.exceptions, ...exceptions] }, settings);
  progress.end();
  return report;
}

/**
 * What `judgePaths` does, without doing it.
 * @throws UsageError if an option is wrong.
 */
export function planScan(
  paths: readonly string[],
  options: OptionValues,
  loaded: LoadedConfig | undefined,
  isPartial: boolean,
  surroundings: Surroundings,
): ScanPlan {
  const only = parseSelectors(listOption(options, 'only'), catalogue);
  const skip = parseSelectors(listOption(options, 'skip'), catalogue);
  const assess = askedFrameworks(listOption(options, 'framework'), frameworks);
  const rules = checkRules(catalogue, { only, skip }, loaded, runsFor(assess));
  if (rules.checks.length === 0) throw new UsageError('no check is left to run', 'see them all: seawall checks');
  const [provider, severity] = [textOption(options, 'provider'), textOption(options, 'severity')];
  const settings = {
    ...rules,
    frameworks,
    assess,
    isCheck: (id: string) => checks.some((check) => check.id === id),
    tool: { name: 'seawall', version: surroundings.version },
    inputs: paths,
    targetVersion: scanTargetVersion(options, surroundings),
    now: surroundings.now(),
    provider: provider === undefined ? undefined : parseProvider(provider),
    severity: isSeverity(severity) ? severity : undefined,
  };
  const request = scanRequest(paths, options, settings.targetVersion, surroundings, () => {});
  return {
    request: { ...request, leftOut: loaded === undefined ? [] : [loaded.path] },
    settings,
    exceptions: loaded === undefined ? [] : configExceptions(loaded, catalogue, isPartial),
  };
}
