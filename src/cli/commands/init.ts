import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../core/engine.ts';
import { isDate } from '../../core/exception.ts';
import { shownPath } from '../../sources/files/read-paths.ts';
import { type Command, type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import { CONFIG_NAMES } from '../config/find.ts';
import { configFrom, LARGEST_CONFIG, readConfigText } from '../config/load.ts';
import { pathsWith, withConfig } from '../config/option-values.ts';
import { type Baseline, baselineOf, holdsBaseline, withBaseline, withoutBaselines } from '../init/baseline.ts';
import { configText } from '../init/config-text.ts';
import { detectRepository, type Repository } from '../init/repository.ts';
import { catalogue, judgePaths } from '../judge-paths.ts';

const DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;

const command: Command = {
  name: 'init',
  summary: 'write a configuration for this repository: what to scan, and what fails it',
  arguments: [],
  options: [
    { flags: '--baseline', description: 'accept the findings of today in it, so that only new ones fail' },
    { flags: '--until <date>', description: `the last day of the baseline, YYYY-MM-DD (default: in ${DAYS} days)` },
    {
      flags: '--force',
      description: 'overwrite a configuration; with --baseline keep it, and overwrite the baseline in it',
    },
    { flags: '--dry-run', description: 'write to the standard output instead' },
  ],
  examples: [
    { line: 'seawall init', does: 'write seawall.yaml, with what was found and the rest as comments' },
    { line: 'seawall init --baseline', does: 'the same, and accept what is found today for a while' },
    { line: 'seawall init --dry-run', does: 'show what would be written' },
  ],
  run: init,
};
export default command;

async function init(_given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  const repository = detectRepository(surroundings.workingDirectory);
  const existing = existingConfig(repository.folder);
  const path = existing ?? join(repository.folder, CONFIG_NAMES[0]);
  const shown = shownPath(path, surroundings.workingDirectory);
  const text =
    options['baseline'] === true ? textBeforeBaseline(existing, shown, repository, options, surroundings) : undefined;
  if (text === undefined) {
    refuseToOverwrite(existing !== undefined, shown, options);
    return write(configText(repository), path, [], repository, options, surroundings);
  }
  const until = untilOf(options, surroundings);
  const baseline = await recordBaseline(text, path, until, surroundings);
  const size = baseline.findings.size;
  if (size === 0)
    return write(text, path, ['nothing was found: there is no baseline to record'], repository, options, surroundings);
  const accepted = `${size === 1 ? '1 finding is' : `${size} findings are`} accepted until ${until}`;
  return write(withBaseline(text, baseline), path, [accepted], repository, options, surroundings);
}

/**
 * The configuration of a folder; undefined if it has none.
 * @throws UsageError if it is a link: writing would change a file that may lie anywhere.
 */
function existingConfig(folder: string): string | undefined {
  for (const name of CONFIG_NAMES) {
    const status = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (status?.isSymbolicLink() === true) throw new UsageError(`${name} is a link`, 'write the file that it leads to');
    if (status !== undefined) return join(folder, name);
  }
  return undefined;
}

function refuseToOverwrite(exists: boolean, shown: string, options: OptionValues): void {
  if (!exists || options['force'] === true || options['dryRun'] === true) return;
  throw new UsageError(
    `${shown} exists`,
    'overwrite it: seawall init --force; add a baseline to it: seawall init --baseline',
  );
}

/** The text that a baseline is added to: what stands there, without an older baseline, or a new one. */
function textBeforeBaseline(
  existing: string | undefined,
  shown: string,
  repository: Repository,
  options: OptionValues,
  surroundings: Surroundings,
): string {
  if (existing === undefined) return configText(repository);
  const text = readConfigText(existing, surroundings);
  if (!holdsBaseline(text)) return text;
  if (options['force'] !== true && options['dryRun'] !== true) {
    throw new UsageError(`${shown} holds a baseline`, 'record it anew: seawall init --baseline --force');
  }
  return withoutBaselines(text);
}

function untilOf(options: OptionValues, surroundings: Surroundings): string {
  const given = textOption(options, 'until');
  if (given === undefined) return dayOf(surroundings.now() + DAYS * DAY_MILLISECONDS);
  if (!isDate(given)) throw new UsageError(`"${given}" is no day of the calendar`, 'write it like 2030-06-30');
  if (given < dayOf(surroundings.now())) throw new UsageError(`${given} has passed`, 'name a later day');
  return given;
}

/** Judges what the configuration names, by its rules, and takes down what it does not accept, however little it is. */
async function recordBaseline(
  text: string,
  path: string,
  until: string,
  surroundings: Surroundings,
): Promise<Baseline> {
  const loaded = await configFrom(text, path, surroundings, catalogue);
  const options = { ...withConfig({}, loaded), severity: undefined };
  const inputs = pathsWith([], loaded, surroundings.workingDirectory);
  const paths = inputs.length > 0 ? inputs : [loaded.folder];
  return baselineOf(judgePaths(paths, options, loaded, true, surroundings), until);
}

function write(
  text: string,
  path: string,
  notes: readonly string[],
  repository: Repository,
  options: OptionValues,
  surroundings: Surroundings,
): number {
  if (text.length > LARGEST_CONFIG) {
    throw new UsageError(
      'a configuration with all the findings would be too large',
      'turn checks off, or mend some first',
    );
  }
  if (options['dryRun'] === true) {
    surroundings.stdout.write(text);
    return 0;
  }
  const shown = shownPath(path, surroundings.workingDirectory);
  const why = surroundings.whyUnwritable(path);
  if (why !== undefined) throw new UsageError(`${shown} cannot be written: ${why}`);
  surroundings.writeFile(path, text);
  const next =
    repository.manifests.size === 0 ? 'name what to scan in it, under inputs; then: seawall scan' : 'seawall scan';
  surroundings.stdout.write([`wrote ${shown}`, ...notes, `Next: ${next}`, ''].join('\n'));
  return 0;
}
