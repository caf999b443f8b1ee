import { describe, expect, it } from 'vitest';
import { cronJob, job } from './jobs.ts';
import { mappingOf, type Target } from './rule.ts';

function target(minor: number): Target {
  return { targetVersion: { major: 1, minor } };
}

const newest = target(36);

const template = {
  spec: {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    securityContext: {},
  },
};
const jobDefaults = {
  completions: 1,
  parallelism: 1,
  backoffLimit: 6,
  completionMode: 'NonIndexed',
  suspend: false,
  manualSelector: false,
  podReplacementPolicy: 'TerminatingOrFailed',
  template,
};

function specOf(spec: object): unknown {
  return mappingOf(job({ spec }, newest))['spec'];
}

describe('job', () => {
  it('runs one pod to its end', () => {
    expect(job({}, newest)).toEqual({ spec: jobDefaults });
  });

  it('runs until one ends well where only the parallelism is given', () => {
    const { completions, ...rest } = jobDefaults;
    expect(completions).toBe(1);
    expect(specOf({ parallelism: 3 })).toEqual({ ...rest, parallelism: 3 });
    expect(specOf({ completions: 3 })).toEqual({ ...jobDefaults, completions: 3 });
  });

  it('counts failures by index alone', () => {
    expect(specOf({ backoffLimitPerIndex: 0 })).toEqual({
      ...jobDefaults,
      backoffLimitPerIndex: 0,
      backoffLimit: 2_147_483_647,
    });
    expect(specOf({ backoffLimit: 0 })).toEqual({ ...jobDefaults, backoffLimit: 0 });
  });

  it('replaces pods that failed by a policy, whose conditions are true', () => {
    const rules = [{ onPodConditions: [{ type: 'A' }, { type: 'B', status: 'False' }] }, { onExitCodes: {} }];
    expect(specOf({ podFailurePolicy: { rules } })).toEqual({
      ...jobDefaults,
      podReplacementPolicy: 'Failed',
      podFailurePolicy: {
        rules: [
          {
            onPodConditions: [
              { type: 'A', status: 'True' },
              { type: 'B', status: 'False' },
            ],
          },
          { onExitCodes: {} },
        ],
      },
    });
  });

  it('wears the labels of its template', () => {
    const labels = { app: 'web' };
    const given = { metadata: { name: 'a', labels: {} }, spec: { template: { metadata: { labels } } } };
    expect(job(given, newest)).toEqual({
      metadata: { name: 'a', labels },
      spec: { ...jobDefaults, template: { ...template, metadata: { labels } } },
    });
  });
});

describe('cronJob', () => {
  const defaults = {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  };

  it('defaults the pods of its Jobs, but not the Jobs', () => {
    expect(cronJob({ spec: { concurrencyPolicy: '' } }, newest)).toEqual({
      spec: { ...defaults, jobTemplate: { spec: { template } } },
    });
  });

  it('has true conditions from 1.34 on', () => {
    const given = { spec: { jobTemplate: { spec: { podFailurePolicy: { rules: [{ onPodConditions: [{}] }] } } } } };
    const conditions = [33, 34].map((minor) => {
      const { jobTemplate } = mappingOf(mappingOf(cronJob(given, target(minor)))['spec']);
      return mappingOf(mappingOf(jobTemplate)['spec'])['podFailurePolicy'];
    });
    expect(conditions).toEqual([
      { rules: [{ onPodConditions: [{}] }] },
      { rules: [{ onPodConditions: [{ status: 'True' }] }] },
    ]);
  });
});
