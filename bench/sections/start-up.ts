import { generateManifests } from '../manifests.ts';
import type { Section } from '../table.ts';
import { comparisonHead, comparisonRow } from '../table.ts';
import type { Bench } from './comparison.ts';
import { measurePair, scanOf } from './comparison.ts';

const goal = 3.75;

/** The scan of one Deployment against the bare start of Node. */
export async function measureStartUp(bench: Bench): Promise<Section> {
  const manifests = generateManifests({ seed: bench.seed, count: 50, style: 'mixed' });
  const deployment = manifests.find(({ text }) => /^kind: Deployment$/m.test(text));
  if (deployment === undefined) throw new Error('no Deployment among 50 manifests');
  const input = bench.workspace.writeDocuments('one.yaml', [deployment]);
  const bare = { name: 'bare node', command: process.execPath, arguments: ['-e', '0'] };
  const [scan, baseline] = await measurePair(scanOf(bench, input), bare, bench.runs);
  return {
    title: 'Start-up',
    about: 'The scan of one file against `node -e 0`.',
    rows: [comparisonHead, comparisonRow('one Deployment', input.bytes, scan, baseline, goal)],
  };
}
