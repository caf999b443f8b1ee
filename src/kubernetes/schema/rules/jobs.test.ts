import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

const pod = { containers: [{ name: 'a', image: 'b' }], restartPolicy: 'Never' };

function jobLines(changes: JsonObject, podSpec: JsonObject = pod): string[] {
  const spec = { template: { spec: podSpec }, ...changes };
  return violationLines({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'j' }, spec });
}

describe('Jobs', () => {
  it('pass where nothing is wrong', () => {
    expect(
      jobLines({ completionMode: 'Indexed', completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 1 }),
    ).toEqual([]);
  });

  it('have pods that end', () => {
    const line = 'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"';
    expect(jobLines({}, { containers: pod.containers })).toEqual([line]);
    expect(jobLines({}, { ...pod, restartPolicy: 'Always' })).toEqual([line]);
  });

  it('with a failure policy do not restart pods, and have few rules', () => {
    const rules = Array.from({ length: 21 }, () => ({ action: 'Ignore' }));
    expect(jobLines({ podFailurePolicy: { rules } }, { ...pod, restartPolicy: 'OnFailure' })).toEqual([
      'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
      'spec.podFailurePolicy.rules: Too many: 21: must have at most 20 items',
    ]);
  });

  it('count by index only where they have indexes', () => {
    expect(jobLines({ maxFailedIndexes: 1, parallelism: -1 })).toEqual([
      'spec.parallelism: Invalid value: -1: must be greater than or equal to 0',
      'spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode',
      'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
    ]);
    expect(jobLines({ completionMode: 'Indexed' })).toEqual([
      'spec.completions: Required value: when completion mode is Indexed',
    ]);
    expect(jobLines({ completionMode: 'Indexed', completions: 1, maxFailedIndexes: 2 })).toEqual([
      'spec.maxFailedIndexes: Invalid value: 2: must be less than or equal to completions',
    ]);
  });
});

it('CronJobs have short names, no zone in their schedule, and jobs that they select themselves', () => {
  const spec = {
    schedule: 'TZ=UTC * * * * *',
    failedJobsHistoryLimit: -1,
    jobTemplate: { spec: { manualSelector: true, template: { spec: pod } } },
  };
  const object = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c'.repeat(53) }, spec };
  expect(violationLines(object)).toEqual([
    `metadata.name: Invalid value: "${'c'.repeat(53)}": must be no more than 52 characters`,
    'spec.schedule: Invalid value: "TZ=UTC * * * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
    'spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0',
    'spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"',
  ]);
});
