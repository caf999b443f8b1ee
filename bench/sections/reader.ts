import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asList, asNumber, asObject } from '../../src/core/json.ts';
import { generateManifests } from '../manifests.ts';
import type { ReaderRound, ReaderRounds } from '../reader-process.ts';
import { median } from '../statistics.ts';
import type { Section } from '../table.ts';
import { byteCount, judgeGoal, judgeLowerGoal, milliseconds, ratioText } from '../table.ts';
import type { Bench } from './comparison.ts';

const script = join(import.meta.dirname, '..', 'reader-process.ts');
const speedGoal = 2;
const retainedGoal = 0.334;
const timeoutMilliseconds = 300_000;

/** How fast the reader of YAML is, and what it keeps, beside the event parser of js-yaml; from the sources. */
export async function measureReader(bench: Bench): Promise<Section> {
  const count = bench.smoke ? 50 : 1_000;
  const manifests = generateManifests({ seed: bench.seed, count, style: 'mixed' });
  const input = bench.workspace.writeDocuments('reader.yaml', manifests);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', script, input.path, String(bench.runs)],
    { timeout: timeoutMilliseconds, maxBuffer: 16 * 1024 * 1024 },
  );
  return {
    title: 'Reader',
    about: `readYaml and parseEvents of js-yaml on ${count} mixed manifests, ${byteCount(input.bytes)}, in one process.`,
    rows: readerRows(roundsOf(stdout)),
  };
}

function roundsOf(json: string): ReaderRounds {
  const { time, retained } = asObject(JSON.parse(json));
  return { time: asList(time).map(roundOf), retained: asList(retained).map(roundOf) };
}

function roundOf(value: unknown): ReaderRound {
  const { ours, theirs } = asObject(value);
  return { ours: asNumber(ours) ?? Number.NaN, theirs: asNumber(theirs) ?? Number.NaN };
}

/** Speed is theirs to ours, so that more is better; retained bytes are ours to theirs. */
export function readerRows({ time, retained }: ReaderRounds): readonly (readonly string[])[] {
  const speeds = time.map(({ ours, theirs }) => theirs / ours);
  const shares = retained.map(({ ours, theirs }) => ours / theirs);
  return [
    ['ratio', 'goal', 'of', 'readYaml', 'parseEvents'],
    [ratioText(speeds), judgeLowerGoal(median(speeds), speedGoal), 'speed', ...medians(time, milliseconds)],
    [ratioText(shares), judgeGoal(median(shares), retainedGoal), 'retained memory', ...medians(retained, byteCount)],
  ];
}

function medians(rounds: readonly ReaderRound[], write: (value: number) => string): readonly string[] {
  return [write(median(rounds.map(({ ours }) => ours))), write(median(rounds.map(({ theirs }) => theirs)))];
}
