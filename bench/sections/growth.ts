import type { Manifest } from '../manifests.ts';
import { generateManifests } from '../manifests.ts';
import { roundRatios } from '../measure.ts';
import { median } from '../statistics.ts';
import type { Section } from '../table.ts';
import { byteCount, judgeGoal, milliseconds, ratioText, remark } from '../table.ts';
import type { Input } from '../workspace.ts';
import { groupDocuments } from '../workspace.ts';
import type { Bench } from './comparison.ts';
import { measurePair, scanOf } from './comparison.ts';

const factor = 10;
const timeGoal = 11;
const memoryGoalBytes = 300e6;

/** How time and memory grow when there is ten times as much to scan. */
export async function measureGrowth(bench: Bench): Promise<Section> {
  const fewer = bench.smoke ? 5 : 1_000;
  const more = fewer * factor;
  const manifests = generateManifests({ seed: bench.seed, count: more, style: 'mixed' });
  const shapes: readonly { label: string; write: (name: string, manifests: readonly Manifest[]) => Input }[] = [
    { label: 'a file for each', write: (name, chosen) => bench.workspace.writeFolder(name, chosen) },
    {
      label: `files of ${fewer} documents`,
      write: (name, chosen) => bench.workspace.writeFolder(`${name}-joined`, groupDocuments(fewer, chosen)),
    },
  ];
  const rows: (readonly string[])[] = [
    ['time ratio', 'goal', 'peak memory', 'goal', 'input', `time of ${fewer}`, `time of ${more}`, 'remarks'],
  ];
  for (const { label, write } of shapes) {
    const small = write('fewer', manifests.slice(0, fewer));
    const large = write('more', manifests);
    const [long, short] = await measurePair(
      scanOf(bench, large, `scan of ${more}`),
      scanOf(bench, small, `scan of ${fewer}`),
      bench.runs,
    );
    const ratios = roundRatios(long, short);
    rows.push([
      ratioText(ratios),
      judgeGoal(median(ratios), timeGoal),
      byteCount(long.peakBytes),
      long.peakBytes === undefined ? '' : judgeGoal(long.peakBytes / 1e6, memoryGoalBytes / 1e6, ' MB'),
      label,
      milliseconds(short.wallMilliseconds),
      milliseconds(long.wallMilliseconds),
      remark(long),
    ]);
  }
  return {
    title: 'Growth',
    about: `The scan of ${more} objects against the scan of ${fewer}; ${factor} is linear, start-up included.`,
    rows,
  };
}
