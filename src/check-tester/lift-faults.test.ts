import { describe, expect, it } from 'vitest';
import type { Check } from '../core/check.ts';
import type { Resource } from '../core/resource.ts';
import { namespace } from '../kubernetes/namespace.ts';
import { workload } from '../kubernetes/workload.ts';
import { liftFaults } from './lift-faults.ts';
import { checkThat, podWith, sampleCheck, sampleLogic } from './sample-check.ts';

function faults(check: Check, yaml = podWith('hostPID: true')): string[] {
  return [...liftFaults(check, { pass: [yaml], fail: [] })];
}

const said = 'the pod shares the process table';

describe('liftFaults', () => {
  it('finds nothing wrong with a check that reads the pod template', () => {
    expect(faults(sampleCheck)).toEqual([]);
  });

  it('finds a check that judges Pods only', () => {
    const check = checkThat((judged, report, context) => {
      if (judged.resource.kind === 'Pod') sampleLogic(judged, report, context);
    });
    const found = faults(check);
    expect(found).toHaveLength(16);
    expect(found.slice(0, 2)).toEqual([
      'pass example 1, as PodTemplate: the verdict is pass, not fail',
      `pass example 1, as PodTemplate: the findings are not 9:14 template.spec.hostPID ${said} [spec.hostPID] but `,
    ]);
  });

  it('finds a check that reports at the root instead of the template', () => {
    const check = checkThat(({ resource }, report) => void report.fail('shared', { resource, path: ['spec'] }));
    expect(faults(check)).toContain(
      `pass example 1, as apps/Deployment: the findings are not 10:7 spec.template.spec ${said} [spec] but 6:3 spec ${said} [/.spec]`,
    );
  });

  it('compares what is missing', () => {
    const check = checkThat(({ resource }, report) => report.unknown({ what: `no owner of ${resource.kind}` }));
    expect(faults(check)[0]).toBe(
      'pass example 1, as PodTemplate: the verdict is unknown, no owner of PodTemplate, not unknown, no owner of Pod',
    );
  });

  it('leaves out the kinds that the subject does not cover', () => {
    const jobs = { ...workload, covers: ({ kind }: Resource) => kind === 'Pod' || kind === 'batch/Job' };
    const check = checkThat(({ resource }, report) => {
      if (resource.kind === 'Pod') report.notApplicable();
    });
    expect(faults({ ...check, on: jobs })).toEqual([
      'pass example 1, as batch/Job: the verdict is pass, not not-applicable',
    ]);
    expect(faults({ ...check, on: namespace })).toEqual([]);
  });

  it('finds a Pod that cannot be lifted', () => {
    const [first] = faults(sampleCheck, podWith('hostPID: true').replace('kind: Pod', '"kind": Pod'));
    expect(first).toBe(
      'pass example 1, as PodTemplate: cannot be made, as apiVersion and kind do not stand on lines of their own',
    );
  });
});
