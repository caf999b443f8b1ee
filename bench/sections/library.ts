import { generateManifests } from '../manifests.ts';
import { roundRatios } from '../measure.ts';
import { median } from '../statistics.ts';
import type { Section } from '../table.ts';
import { judgeGoal, milliseconds, ratioText, remark } from '../table.ts';
import { type Bench, measurePair, scanOf } from './comparison.ts';

const goal = 1.5;

/** The checks that came first, one of nearly every kind: what all the others cost is measured beside them. */
const firstChecks = [
  'allow-privilege-escalation',
  'container-runtime-socket',
  'host-ipc',
  'host-path-sensitive',
  'host-path-volume',
  'host-pid',
  'host-port',
  'image-tag-latest',
  'networkpolicy-missing',
  'privileged-container',
  'projected-token-long-lived',
  'rbac-wildcard',
  'runs-as-root',
  'seccomp-unconfined',
  'service-account-missing',
];

/** The scan by all checks that are on, against the same scan by the first fifteen. */
export async function measureLibrary(bench: Bench): Promise<Section> {
  const count = bench.smoke ? 50 : 1_000;
  const input = bench.workspace.writeFolder('library', generateManifests({ seed: bench.seed, count, style: 'mixed' }));
  const all = scanOf(bench, input, 'all checks');
  const few = { ...all, name: 'fifteen checks', arguments: [...all.arguments, '--only', firstChecks.join(',')] };
  const [long, short] = await measurePair(all, few, bench.runs);
  const ratios = roundRatios(long, short);
  return {
    title: 'Library',
    about: `The scan of ${count} files by all checks against the scan by ${firstChecks.length} of them.`,
    rows: [
      ['ratio', 'goal', 'all checks', 'fifteen', 'remarks'],
      [
        ratioText(ratios),
        judgeGoal(median(ratios), goal),
        milliseconds(long.wallMilliseconds),
        milliseconds(short.wallMilliseconds),
        remark(long),
      ],
    ],
  };
}
