import { describe, expect, it } from 'vitest';
import { workloadKinds } from '../kubernetes/pod-template.ts';
import { workload } from '../kubernetes/workload.ts';
import { lookupFaults } from './lookup-faults.ts';
import { checkThat, type SampleLogic, sampleExamples } from './sample-check.ts';

function faults(reads: readonly string[], evaluate: SampleLogic): string[] {
  return [...lookupFaults(checkThat(evaluate, { reads }), sampleExamples)];
}

describe('lookupFaults', () => {
  it('lets a check look up what it names', () => {
    const found = faults(['Secret', 'ConfigMap', 'Service', 'apps/Deployment'], (_judged, _report, { inventory }) => {
      inventory.find('Secret', 'web', 'default');
      inventory.select('ConfigMap');
      inventory.ofKind('Service');
      inventory.select('apps/Deployment');
    });
    expect(found).toEqual([]);
  });

  it('finds each way to look up what is not named', () => {
    const found = faults([], (_judged, _report, { inventory }) => {
      inventory.find('Secret', 'web', 'default');
      inventory.select('ConfigMap');
      inventory.ofKind('Service');
    });
    expect(found).toEqual([
      'it looks up Secret, which reads does not name',
      'it looks up ConfigMap, which reads does not name',
      'it looks up Service, which reads does not name',
    ]);
  });

  it('finds a look at everything', () => {
    const fault = 'it looks at objects of every kind';
    expect(faults([], (_judged, _report, { inventory }) => void inventory.resources.length)).toEqual([fault]);
    expect(faults([], (_judged, _report, { inventory }) => void inventory.duplicates.length)).toEqual([fault]);
  });

  it('lets who reads every kind of workload look at everything', () => {
    const all = faults(workloadKinds, (_judged, _report, { inventory }) => void inventory.resources.length);
    expect(all).toEqual([]);
    const some = faults(workloadKinds.slice(1), (_judged, _report, { inventory }) => void inventory.resources.length);
    expect(some[0]).toBe('it looks at objects of every kind');
  });

  it('finds a kind that the subject shows and reads does not name', () => {
    const check = { ...checkThat(() => {}), on: { ...workload, shows: ['Secret'] } };
    expect([...lookupFaults(check, sampleExamples)]).toEqual(['its subject shows Secret, which reads does not name']);
    expect([...lookupFaults({ ...check, reads: ['Secret'] }, sampleExamples)]).toEqual([]);
  });

  it('finds a kind that is named and never looked up, or named twice', () => {
    const found = faults(['Secret', 'Secret', 'Node'], (_judged, _report, { inventory }) => {
      inventory.select('Secret');
    });
    expect(found).toEqual(['reads names Node, which no example makes it look up', 'reads names a kind twice']);
  });
});
