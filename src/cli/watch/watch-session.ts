import { resolve } from 'node:path';
import { createJudgementMemory } from '../../core/judgement-memory.ts';
import type { Report } from '../../core/report.ts';
import { scan } from '../../core/scan.ts';
import { createKeptFiles, type FileChanges } from '../../sources/files/kept-files.ts';
import { listOption, type OptionValues, type Surroundings, UsageError } from '../command.ts';
import { isPartialScan } from '../config/option-values.ts';
import { type ExitPolicy } from '../exit-code.ts';
import { exitPolicy } from '../exit-policy.ts';
import { catalogue, planScan } from '../judge-paths.ts';
import { checkWritable, type OutputTarget, parseOutputTargets } from '../output-target.ts';
import { prepareScan } from '../prepared-scan.ts';
import { startProgress } from '../progress.ts';
import { checkDependencies } from './dependencies.ts';
import type { WatchedPaths } from './folder-watch.ts';
import { globFolders } from './glob-folders.ts';

/** Scans the same inputs by the same configuration again and again. */
export interface WatchSession {
  readonly options: OptionValues;
  readonly targets: readonly OutputTarget[];
  readonly policy: ExitPolicy;
  /** Reads and judges what changed since the last time. */
  judge(): Judgement;
}

/** One scan of a session. */
export interface Judgement {
  readonly report: Report;
  readonly changes: FileChanges;
  /** What must be watched for the next. */
  readonly watched: WatchedPaths;
}

/**
 * Opens a session; nothing is read yet but the configuration.
 * @throws UsageError if the command line or the configuration is wrong.
 */
export async function openSession(
  given: readonly string[],
  words: OptionValues,
  surroundings: Surroundings,
): Promise<WatchSession> {
  const { loaded, options, paths } = await prepareScan(given, words, surroundings, catalogue);
  if (options['podSecurity'] === true) throw new UsageError('--watch goes without --pod-security');
  if (paths.includes('-')) {
    throw new UsageError('--watch cannot watch the standard input', 'name files or folders: seawall scan . --watch');
  }
  const targets = parseOutputTargets(listOption(options, 'output'));
  checkWritable(targets, surroundings);
  const { workingDirectory } = surroundings;
  const isPartial = loaded !== undefined && isPartialScan(given, words, loaded, workingDirectory);
  const plan = planScan(paths, options, loaded, isPartial, surroundings);
  // A report in a folder that is watched is none of its inputs: else each would call for the next.
  const written = targets.flatMap(({ file }) => (file === undefined ? [] : [resolve(workingDirectory, file)]));
  const request = { ...plan.request, leftOut: [...(plan.request.leftOut ?? []), ...written] };
  const kept = createKeptFiles();
  const memory = createJudgementMemory(checkDependencies);
  return {
    options,
    targets,
    policy: exitPolicy(options, loaded?.config),
    judge() {
      const progress = startProgress(surroundings, options['quiet'] === true);
      const told = { ...request, progress: (files: number) => progress.update(`${files} files read`) };
      const { inputs, changes, folders, paths: looked } = kept.read(told);
      const read = { ...inputs, exceptions: [...inputs.exceptions, ...plan.exceptions] };
      const report = scan(read, memory.recall(read, { ...plan.settings, now: surroundings.now() }));
      progress.end();
      const watched = { folders: new Set([...folders, ...globFolders(paths, workingDirectory)]), paths: looked };
      return { report, changes, watched };
    },
  };
}
