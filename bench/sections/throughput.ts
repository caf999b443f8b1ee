import { generateManifests } from '../manifests.ts';
import type { Section } from '../table.ts';
import { comparisonHead, comparisonRow } from '../table.ts';
import type { Bench } from './comparison.ts';
import { compareWithParser } from './comparison.ts';

const goal = 2.5;

/** The scan of many everyday manifests, as files and as documents, against a process that only parses them. */
export async function measureThroughput(bench: Bench): Promise<Section> {
  const count = bench.smoke ? 50 : 1_000;
  const manifests = generateManifests({ seed: bench.seed, count, style: 'mixed' });
  const inputs = [
    { label: `${count} files`, input: bench.workspace.writeFolder('throughput', manifests) },
    { label: `${count} documents in one file`, input: bench.workspace.writeDocuments('throughput.yaml', manifests) },
  ];
  const rows = [comparisonHead];
  for (const { label, input } of inputs) {
    const [scan, baseline] = await compareWithParser(bench, input);
    rows.push(comparisonRow(label, input.bytes, scan, baseline, goal));
  }
  return {
    title: 'Throughput',
    about: 'The scan of mixed manifests against parseEvents of js-yaml on each document.',
    rows,
  };
}
