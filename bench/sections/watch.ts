import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateManifests, type Manifest } from '../manifests.ts';
import type { Measurement } from '../measure.ts';
import { runProcess } from '../run-process.ts';
import { median } from '../statistics.ts';
import type { Section } from '../table.ts';
import { comparisonHead, comparisonRow } from '../table.ts';
import { startWatchedScan, type WatchedScan } from '../watched-scan.ts';
import type { Bench } from './comparison.ts';

const goal = 5;
/** A person pauses between two changes. */
const pauseMilliseconds = 250;

/** A fault that comes and goes: text of the kind's manifest, and what stands in its place. */
const faults = [
  { kind: 'Deployment', text: '\n    spec:\n', fault: '\n    spec:\n      hostPID: true\n' },
  { kind: 'Service', text: 'type: ClusterIP', fault: 'type: LoadBalancer' },
] as const;
type Fault = (typeof faults)[number];

/** What a change of a file costs until its report is out, while many are watched, against the bare start of Node. */
export async function measureWatch(bench: Bench): Promise<Section> {
  const count = bench.smoke ? 50 : 1_000;
  const manifests = generateManifests({ seed: bench.seed, count, style: 'mixed' });
  const input = bench.workspace.writeFolder('watch', manifests);
  const watched = await startWatchedScan(bench.scan, input.path);
  const rows = [comparisonHead];
  try {
    for (const fault of faults) {
      const { file, text } = manifestFor(fault, manifests);
      const faulty = text.replace(fault.text, fault.fault);
      const [change, bare] = await measureChanges(join(input.path, file), [faulty, text], watched, bench.runs);
      rows.push(comparisonRow(`a ${fault.kind} of ${count} files`, input.bytes, change, bare, goal));
    }
  } finally {
    watched.stop();
  }
  return {
    title: 'Watch',
    about: 'From the writing of a file to the report of the change, against `node -e 0`.',
    rows,
  };
}

function manifestFor({ kind, text }: Fault, manifests: readonly Manifest[]): Manifest {
  const found = manifests.find((one) => new RegExp(`^kind: ${kind}$`, 'm').test(one.text) && one.text.includes(text));
  if (found === undefined) throw new Error(`no ${kind} to change among ${manifests.length} manifests`);
  return found;
}

/** Writings of one file, these texts in turn, beside bare starts, round after round. */
async function measureChanges(
  file: string,
  texts: readonly [string, string],
  watched: WatchedScan,
  runs: number,
): Promise<readonly [Measurement, Measurement]> {
  const changes: number[] = [];
  const starts: number[] = [];
  for (let round = 0; round < runs; round++) {
    await pause(pauseMilliseconds);
    starts.push(await bareStart());
    changes.push(await watched.timeOf(() => writeFileSync(file, texts[round % 2 === 0 ? 0 : 1])));
  }
  if (runs % 2 === 1) await watched.timeOf(() => writeFileSync(file, texts[1]));
  return [measurementOf('change', changes), measurementOf('bare node', starts)];
}

async function bareStart(): Promise<number> {
  const { wallMilliseconds } = await runProcess({
    command: process.execPath,
    arguments: ['-e', '0'],
    environment: {},
    timeoutMilliseconds: 60_000,
    watchMemory: false,
  });
  return wallMilliseconds;
}

function measurementOf(name: string, wallSamples: readonly number[]): Measurement {
  const wallMilliseconds = median(wallSamples);
  return { name, wallSamples, wallMilliseconds, cpuMilliseconds: undefined, peakBytes: undefined, exitCodes: [] };
}
