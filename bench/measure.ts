import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessResult } from './run-process.ts';
import { runProcess } from './run-process.ts';
import { median } from './statistics.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A program to measure as a whole process. */
export interface Candidate {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Variables on top of this process's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The exit codes that are no failure; only 0 when left out. */
  readonly exitCodes?: readonly number[];
}

/** What the runs of one candidate came to. */
export interface Measurement {
  readonly name: string;
  /** Wall-clock time of every timed run, in the order of the rounds. */
  readonly wallSamples: readonly number[];
  /** Median wall-clock time from spawn to exit. */
  readonly wallMilliseconds: number;
  /** Median user plus system time, in steps of 10 ms; undefined where GNU time is missing. */
  readonly cpuMilliseconds: number | undefined;
  /** Median peak resident memory; undefined where neither GNU time nor /proc is there. */
  readonly peakBytes: number | undefined;
  /** The exit codes seen, each once, in ascending order. */
  readonly exitCodes: readonly number[];
}

const defaultTimeoutMilliseconds = 120_000;
const resourceRounds = 3;
const gnuTime = '/usr/bin/time';

interface ResourceUse {
  readonly cpuMilliseconds: number | undefined;
  readonly peakBytes: number | undefined;
}

/**
 * Runs every candidate in turn, round after round, so that what slows the machine down for a while slows all of them.
 *
 * Up to three rounds come first that collect processor time and memory under GNU time and warm the caches of files and
 * of compiled code; then come `runs` rounds that are timed, with nothing between this process and the candidate. (A
 * child asked for its own peak would name its parent's, which Linux hands down over exec; GNU time is small.)
 *
 * Rejects with an Error that names the candidate when one cannot be started, ends with an unexpected exit code or a
 * signal, or takes longer than the limit.
 */
export async function measureInterleaved(
  candidates: readonly Candidate[],
  runs = 15,
  limits: { readonly timeoutMilliseconds: number } = { timeoutMilliseconds: defaultTimeoutMilliseconds },
): Promise<readonly Measurement[]> {
  const records = candidates.map((candidate) => ({
    candidate,
    wallSamples: [] as number[],
    uses: [] as ResourceUse[],
    exitCodes: new Set<number>(),
  }));
  const hasGnuTime = findGnuTime();
  for (let round = 0; round < Math.min(runs, resourceRounds); round++) {
    for (const { candidate, uses } of records) {
      uses.push(await measureResources(candidate, limits.timeoutMilliseconds, hasGnuTime));
    }
  }
  for (let round = 0; round < runs; round++) {
    for (const { candidate, wallSamples, exitCodes } of records) {
      const result = await runProcess({
        command: candidate.command,
        arguments: candidate.arguments,
        environment: candidate.environment ?? {},
        timeoutMilliseconds: limits.timeoutMilliseconds,
        watchMemory: false,
      });
      exitCodes.add(checkedExitCode(candidate, result, limits.timeoutMilliseconds));
      wallSamples.push(result.wallMilliseconds);
    }
  }
  return records.map(({ candidate, wallSamples, uses, exitCodes }) => ({
    name: candidate.name,
    wallSamples,
    wallMilliseconds: median(wallSamples),
    cpuMilliseconds: medianOfKnown(uses.map((use) => use.cpuMilliseconds)),
    peakBytes: medianOfKnown(uses.map((use) => use.peakBytes)),
    exitCodes: [...exitCodes].toSorted((left, right) => left - right),
  }));
}

/**
 * How many times longer `subject` took than `baseline`: the quotient of each round by itself. Take the median of them
 * for the ratio, and their spread for how far to trust it.
 */
export function roundRatios(subject: Measurement, baseline: Measurement): readonly number[] {
  return subject.wallSamples.map((sample, round) => sample / (baseline.wallSamples[round] ?? Number.NaN));
}

async function measureResources(
  candidate: Candidate,
  timeoutMilliseconds: number,
  hasGnuTime: boolean,
): Promise<ResourceUse> {
  const environment = candidate.environment ?? {};
  if (!hasGnuTime) {
    const watchMemory = process.platform === 'linux';
    const request = { command: candidate.command, arguments: candidate.arguments, environment };
    const result = await runProcess({ ...request, timeoutMilliseconds, watchMemory });
    checkedExitCode(candidate, result, timeoutMilliseconds);
    return { cpuMilliseconds: undefined, peakBytes: result.watchedPeakBytes };
  }
  const folder = createTemporaryFolder();
  try {
    const file = join(folder.path, 'use');
    const options = ['-q', '-f', '%U %S %M', '-o', file, '--'];
    const wrapped = [...options, candidate.command, ...candidate.arguments];
    const request = { command: gnuTime, arguments: wrapped, environment };
    const result = await runProcess({ ...request, timeoutMilliseconds, watchMemory: false });
    checkedExitCode(candidate, result, timeoutMilliseconds);
    return parseGnuTime(readFileSync(file, 'utf8'));
  } finally {
    folder.remove();
  }
}

/** Reads what GNU time writes for the format `%U %S %M`: seconds, seconds and kilobytes. */
export function parseGnuTime(text: string): ResourceUse {
  const [user, system, kilobytes] = text.trim().split(' ').map(Number);
  if (
    user === undefined ||
    system === undefined ||
    kilobytes === undefined ||
    Number.isNaN(user + system + kilobytes)
  ) {
    throw new Error(`unexpected output of ${gnuTime}: ${JSON.stringify(text)}`);
  }
  return { cpuMilliseconds: Math.round((user + system) * 1000), peakBytes: kilobytes * 1024 };
}

function findGnuTime(): boolean {
  const { stdout } = spawnSync(gnuTime, ['--version'], { encoding: 'utf8', timeout: 5_000 });
  return (stdout ?? '').includes('GNU');
}

function checkedExitCode(candidate: Candidate, result: ProcessResult, timeoutMilliseconds: number): number {
  if (result.timedOut) throw new Error(`${candidate.name}: killed after ${timeoutMilliseconds} ms`);
  const accepted = candidate.exitCodes ?? [0];
  if (typeof result.end === 'number' && accepted.includes(result.end)) return result.end;
  const how = typeof result.end === 'number' ? `exit code ${result.end}` : `signal ${result.end}`;
  const complaint = result.complaint.trim();
  throw new Error(`${candidate.name}: ended with ${how}${complaint === '' ? '' : `\n${complaint}`}`);
}

function medianOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}
