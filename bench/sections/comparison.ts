import { join } from 'node:path';
import type { Candidate, Measurement } from '../measure.ts';
import { measureInterleaved } from '../measure.ts';
import type { CommandLine } from '../options.ts';
import type { Input, Workspace } from '../workspace.ts';

/** What every section gets. */
export interface Bench {
  readonly scan: CommandLine;
  readonly runs: number;
  /** True for tiny sizes. */
  readonly smoke: boolean;
  readonly workspace: Workspace;
  /** The seed of every generated manifest. */
  readonly seed: number;
}

// A scan of broken or over-large input ends with 3; the tables then say so.
const scanExitCodes = [0, 3];
const parserScript = join(import.meta.dirname, '..', 'parse-events.mjs');

/** The scan of one file or folder as a process to measure. */
export function scanOf(bench: Bench, input: Input, name = 'scan'): Candidate {
  const { command, arguments: first } = bench.scan;
  return { name, command, arguments: [...first, input.path], exitCodes: scanExitCodes };
}

/** The measurements of a scan and, beside it, of a process that only parses the same text. */
export async function compareWithParser(bench: Bench, input: Input): Promise<readonly [Measurement, Measurement]> {
  const parser = { name: 'parseEvents', command: process.execPath, arguments: [parserScript, input.path] };
  return measurePair(scanOf(bench, input), parser, bench.runs);
}

/** The measurements of two processes that ran in turn. */
export async function measurePair(
  first: Candidate,
  second: Candidate,
  runs: number,
): Promise<readonly [Measurement, Measurement]> {
  const [one, other] = await measureInterleaved([first, second], runs);
  if (one === undefined || other === undefined) throw new Error('a measurement is missing');
  return [one, other];
}
