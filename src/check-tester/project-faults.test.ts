import { describe, expect, it } from 'vitest';
import type { Check } from '../core/check.ts';
import { integer, strings } from '../core/parameter.ts';
import type { InventoryRow } from './inventory.ts';
import { projectFaults } from './project-faults.ts';
import { checkThat, sampleFile, sampleProject } from './sample-check.ts';

function faults(check: Partial<Check>, row: Partial<InventoryRow> = {}): string[] {
  const file = sampleFile(check);
  const decided = { id: 'sample-check', area: 'workload', severity: 'low', optIn: false, parameters: [], ...row };
  return [...projectFaults(file, { ...sampleProject(file.check), inventory: new Map([[decided.id, decided]]) })];
}

/** A check that reports the same message as the sample at `field` of the pod spec, whether it is there or not. */
function otherCheck(id: string, field: string, covers: readonly string[] = []): Check {
  return checkThat((judged, report) => void report.fail('shared', judged.at(field)), { id, covers });
}

function coverFaults(
  covers: readonly string[],
  others: readonly Check[],
  foldings: Readonly<Record<string, string[]>>,
): string[] {
  const file = sampleFile({ covers });
  const project = { ...sampleProject(file.check, ...others), foldings: new Map(Object.entries(foldings)) };
  return [...projectFaults(file, project)];
}

describe('projectFaults', () => {
  it('finds a check that the inventory does not have', () => {
    expect(faults({}, { id: 'another' })).toEqual(['src/check-tester/inventory.tsv has no row for it']);
  });

  it('finds another folder and another severity', () => {
    expect(faults({}, { area: 'network', severity: 'high' })).toEqual([
      'the inventory has it in the area network',
      'the inventory gives it the severity high',
    ]);
  });

  it('compares parameters with their defaults, whatever their order', () => {
    const parameters = { tags: strings('edge', 'main'), maximum: integer(7) };
    expect(faults({ parameters }, { parameters: ['maximum=7', 'tags=[edge, main]'] })).toEqual([]);
    expect(faults({ parameters }, { parameters: ['maximum=8', 'tags=[]'] })).toEqual([
      'the inventory gives it the parameters "maximum=8; tags=[]", not "maximum=7; tags=[edge, main]"',
    ]);
  });

  it('finds a cover that is no check', () => {
    expect(coverFaults(['missing'], [], {})).toEqual(['covers missing, which is no check']);
  });

  it('finds a cover that is not in the table, and one that is in the table only', () => {
    const inner = otherCheck('inner', 'hostPID');
    const outer = otherCheck('outer', 'hostPID');
    expect(coverFaults(['inner'], [inner, outer], { 'sample-check': ['outer'] })).toEqual([
      'does not cover outer',
      'covers inner, which src/check-tester/foldings.ts does not say',
    ]);
  });

  it('takes a cover through another check, written or not', () => {
    const inner = otherCheck('inner', 'hostPID');
    const foldings = { 'sample-check': ['middle'], middle: ['inner'] };
    expect(coverFaults(['inner'], [inner], foldings)).toEqual([]);
    const middle = otherCheck('middle', 'hostPID', ['inner']);
    expect(coverFaults(['middle'], [inner, middle], foldings)).toEqual([]);
    expect(coverFaults(['inner'], [inner, middle], foldings)).toEqual(['does not cover middle']);
  });

  it('finds a cover whose fact is always another', () => {
    const inner = otherCheck('inner', 'hostIPC');
    expect(coverFaults(['inner'], [inner], { 'sample-check': ['inner'] })).toEqual([
      'covers inner, and no fail example has both on one fact',
    ]);
  });
});
