import { checks } from '../../src/checks/registry.generated.ts';
import { newestVersion } from '../../src/kubernetes/version.ts';
import files from '../../src/sources/files/index.ts';
import type { CheckCost, JudgingCost } from '../check-cost.ts';
import { measureJudging } from '../check-cost.ts';
import { generateManifests } from '../manifests.ts';
import type { Section } from '../table.ts';
import { milliseconds } from '../table.ts';
import type { Bench } from './comparison.ts';

const mostRows = 25;

/** What each check costs over everyday manifests, inside this process and from the sources. */
export async function measureChecks(bench: Bench): Promise<Section> {
  const count = bench.smoke ? 50 : 1_000;
  const manifests = generateManifests({ seed: bench.seed, count, style: 'mixed' });
  const { path } = bench.workspace.writeFolder('checks', manifests);
  const { inventories } = files.read({
    paths: [path],
    workingDirectory: path,
    defaultNamespace: 'default',
    claims: [],
    targetVersion: newestVersion,
    standardInput: { name: 'stdin', read: () => '' },
    progress: () => {},
  });
  const [inventory] = inventories;
  if (inventory === undefined) throw new Error('the generated manifests were read into no inventory');
  const options = { checks, targetVersion: newestVersion, now: Date.parse('2026-01-01') };
  const cost = measureJudging(inventory, options, bench.runs);
  return {
    title: 'Cost of checks',
    about: `Judging ${inventory.resources.length} objects by ${checks.length} checks took ${milliseconds(cost.milliseconds)}.`,
    rows: costRows(cost),
  };
}

function costRows(cost: JudgingCost): readonly (readonly string[])[] {
  const shown = cost.checks.slice(0, mostRows);
  const others = cost.checks.slice(mostRows);
  const share = (part: number): string => `${((part / cost.milliseconds) * 100).toFixed(1)} %`;
  const rest = cost.milliseconds - sumOf(cost.checks);
  return [
    ['share', 'time', 'for each', 'subjects', 'check'],
    ...shown.map(({ check, subjects, milliseconds: spent }) => [
      share(spent),
      `${spent.toFixed(3)} ms`,
      subjects === 0 ? '–' : `${((spent / subjects) * 1_000).toFixed(2)} µs`,
      `${subjects} × ${check.on.name}`,
      check.id,
    ]),
    ...(others.length === 0
      ? []
      : [[share(sumOf(others)), `${sumOf(others).toFixed(3)} ms`, '', '', `${others.length} more, each cheaper`]]),
    [share(rest), `${rest.toFixed(3)} ms`, '', '', 'the rest: finding the subjects, collecting outcomes'],
  ];
}

function sumOf(costs: readonly CheckCost[]): number {
  return costs.reduce((sum, { milliseconds: spent }) => sum + spent, 0);
}
