import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../core/day-of.ts';
import { isDate } from '../../core/exception.ts';
import type { Report } from '../../core/report.ts';
import { shownPath } from '../../sources/files/read-paths.ts';
import { type Command, type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import { CONFIG_NAMES } from '../config/find.ts';
import { configFrom, LARGEST_CONFIG, readConfigText } from '../config/load.ts';
import { pathsWith, withConfig } from '../config/option-values.ts';
import { baselineOf, holdsBaseline, withBaseline, withoutBaselines } from '../init/baseline.ts';
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
  const target = targetIn(repository.folder, surroundings);
  const written =
    options['baseline'] === true
      ? await configWithBaseline(target, repository, options, surroundings)
      : newConfig(target, repository, options);
  if (Buffer.byteLength(written.text) > LARGEST_CONFIG) {
    throw new UsageError('a configuration with all the findings is too large', 'turn checks off, or mend some first');
  }
  if (options['dryRun'] === true) {
    surroundings.stdout.write(written.text);
    return 0;
  }
  const why = surroundings.whyUnwritable(target.path);
  if (why !== undefined) throw new UsageError(`${target.shown} cannot be written: ${why}`);
  surroundings.writeFile(target.path, written.text);
  const lines = [`wrote ${target.shown}`, ...written.notes, ...nextSteps(repository)];
  surroundings.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function nextSteps({ manifests, continuousIntegration: [ci] }: Repository): string[] {
  const next = manifests.size === 0 ? 'name what to scan in it, under inputs; then: seawall scan' : 'seawall scan';
  return [`Next: ${next}`, ...(ci === undefined ? [] : [`In ${ci}: seawall scan -o pretty -o sarif=seawall.sarif`])];
}

/** The file to write. */
interface Target {
  readonly path: string;
  /** As people read it. */
  readonly shown: string;
  readonly exists: boolean;
}

/** What to write, and what to tell of it. */
interface Written {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The configuration of a folder, or the one to be.
 * @throws UsageError if it is a link: writing would change a file that may lie anywhere.
 */
function targetIn(folder: string, { workingDirectory }: Surroundings): Target {
  for (const name of CONFIG_NAMES) {
    const path = join(folder, name);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status?.isSymbolicLink() === true) throw new UsageError(`${name} is a link`, 'write the file that it leads to');
    if (status !== undefined) return { path, shown: shownPath(path, workingDirectory), exists: true };
  }
  const path = join(folder, CONFIG_NAMES[0]);
  return { path, shown: shownPath(path, workingDirectory), exists: false };
}

/** True if what stands there may go, or nothing is written anyway. */
function mayOverwrite(options: OptionValues): boolean {
  return options['force'] === true || options['dryRun'] === true;
}

function newConfig({ exists, shown }: Target, repository: Repository, options: OptionValues): Written {
  if (textOption(options, 'until') !== undefined) {
    throw new UsageError('--until is the last day of a baseline', 'write: seawall init --baseline --until 2030-06-30');
  }
  if (exists && !mayOverwrite(options)) {
    const hint = 'overwrite it: seawall init --force; add a baseline to it: seawall init --baseline';
    throw new UsageError(`${shown} exists`, hint);
  }
  return { text: configText(repository), notes: [] };
}

/** What stands there, or a new configuration, with the findings of today in place of those of an older baseline. */
async function configWithBaseline(
  target: Target,
  repository: Repository,
  options: OptionValues,
  surroundings: Surroundings,
): Promise<Written> {
  const present = target.exists ? readConfigText(target.path, surroundings) : configText(repository);
  if (holdsBaseline(present) && !mayOverwrite(options)) {
    throw new UsageError(`${target.shown} holds a baseline`, 'record it anew: seawall init --baseline --force');
  }
  const text = withoutBaselines(present);
  const until = lastDay(options, surroundings);
  const baseline = baselineOf(await judgeAll(text, target, surroundings), until);
  const { size } = baseline.findings;
  if (size === 0) return { text, notes: ['nothing was found: there is no baseline to record'] };
  const note = `${size === 1 ? '1 finding is' : `${size} findings are`} accepted until ${until}`;
  return { text: withBaseline(text, baseline), notes: [note] };
}

function lastDay(options: OptionValues, surroundings: Surroundings): string {
  const given = textOption(options, 'until');
  if (given === undefined) return dayOf(surroundings.now() + DAYS * DAY_MILLISECONDS);
  if (!isDate(given)) throw new UsageError(`"${given}" is no day of the calendar`, 'write it like 2030-06-30');
  if (given < dayOf(surroundings.now())) throw new UsageError(`${given} has passed`, 'name a later day');
  return given;
}

/** Judges what a configuration names, by its rules, however little a finding is; all of the folder if it names nothing. */
async function judgeAll(text: string, { path }: Target, surroundings: Surroundings): Promise<Report> {
  const loaded = await configFrom(text, path, surroundings, catalogue);
  const options = { ...withConfig({}, loaded), severity: undefined };
  const inputs = pathsWith([], loaded, surroundings.workingDirectory);
  return judgePaths(inputs.length > 0 ? inputs : [loaded.folder], options, loaded, true, surroundings);
}
