import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import type { Rule } from './rule.ts';
import {
  daemonSet,
  deployment,
  labelled,
  podTemplate,
  replicaSet,
  replicationController,
  statefulSet,
  templateLabels,
} from './workloads.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const template = {
  spec: {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    securityContext: {},
  },
};
const rolling = { maxUnavailable: '25%', maxSurge: '25%' };

function specOf(rule: Rule, spec: unknown): unknown {
  return rule({ spec }, target);
}

describe('podTemplate', () => {
  it('defaults the pods', () => {
    expect(podTemplate({}, target)).toEqual({ template });
  });
});

describe('deployment', () => {
  const defaults = { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, template };

  it('rolls a quarter at a time', () => {
    const expected = { spec: { ...defaults, strategy: { type: 'RollingUpdate', rollingUpdate: rolling } } };
    expect(deployment({}, target)).toEqual(expected);
    expect(specOf(deployment, { strategy: { type: '' }, minReadySeconds: 0, paused: false })).toEqual(expected);
  });

  it('keeps what is given', () => {
    const given = {
      replicas: 0,
      revisionHistoryLimit: 0,
      progressDeadlineSeconds: 1,
      paused: true,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } },
    };
    expect(specOf(deployment, given)).toEqual({
      spec: {
        ...given,
        template,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: '25%' } },
      },
    });
  });

  it('rolls nothing by another strategy', () => {
    expect(specOf(deployment, { strategy: { type: 'Recreate' } })).toEqual({
      spec: { ...defaults, strategy: { type: 'Recreate' } },
    });
    expect(specOf(deployment, { strategy: { type: 'Recreate', rollingUpdate: {} } })).toEqual({
      spec: { ...defaults, strategy: { type: 'Recreate', rollingUpdate: { maxUnavailable: 0, maxSurge: 0 } } },
    });
    const strategy = { type: new UnknownValue('a variable') };
    expect(specOf(deployment, { strategy })).toEqual({ spec: { ...defaults, strategy } });
  });
});

describe('daemonSet', () => {
  it('rolls one node at a time', () => {
    expect(daemonSet({}, target)).toEqual({
      spec: {
        revisionHistoryLimit: 10,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
        template,
      },
    });
    expect(specOf(daemonSet, { updateStrategy: { type: 'OnDelete' } })).toEqual({
      spec: { revisionHistoryLimit: 10, updateStrategy: { type: 'OnDelete' }, template },
    });
  });
});

describe('statefulSet', () => {
  const defaults = {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: 10,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    template,
  };

  it('rolls all of it', () => {
    const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: 0 } };
    expect(statefulSet({}, target)).toEqual({ spec: { ...defaults, updateStrategy } });
  });

  it('adds no rolling update to a strategy that is named', () => {
    const given = {
      updateStrategy: { type: 'RollingUpdate' },
      persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' },
    };
    expect(specOf(statefulSet, given)).toEqual({
      spec: {
        ...defaults,
        ...given,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
      },
    });
  });

  it('claims file systems, which are pending', () => {
    const updateStrategy = { type: 'OnDelete' };
    const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: { volumeMode: 'Block' } }, {}];
    expect(specOf(statefulSet, { updateStrategy, volumeClaimTemplates })).toEqual({
      spec: {
        ...defaults,
        updateStrategy,
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data' },
            spec: { volumeMode: 'Block' },
            status: { phase: 'Pending' },
          },
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            spec: { volumeMode: 'Filesystem' },
            status: { phase: 'Pending' },
          },
        ],
      },
    });
  });
});

describe('replicaSet', () => {
  it('has one replica', () => {
    expect(replicaSet({}, target)).toEqual({ spec: { replicas: 1, template } });
  });
});

describe('replicationController', () => {
  const labels = { app: 'web' };

  it('selects and wears the labels of its template', () => {
    const given = { metadata: { name: 'web' }, spec: { template: { metadata: { labels } } } };
    expect(replicationController(given, target)).toEqual({
      metadata: { name: 'web', labels },
      spec: { replicas: 1, selector: labels, template: { ...template, metadata: { labels } } },
    });
  });

  it('keeps its own labels and selector', () => {
    const own = { own: 'yes' };
    const given = {
      metadata: { labels: own },
      spec: { selector: own, replicas: 2, template: { metadata: { labels } } },
    };
    expect(replicationController(given, target)).toEqual({
      metadata: { labels: own },
      spec: { selector: own, replicas: 2, template: { ...template, metadata: { labels } } },
    });
  });

  it('may have no template', () => {
    expect(replicationController({}, target)).toEqual({ spec: { replicas: 1 } });
  });
});

describe('templateLabels and labelled', () => {
  it('find labels, and leave what is malformed', () => {
    expect(templateLabels({ spec: { template: { metadata: { labels: { a: 'b' } } } } })).toEqual({ a: 'b' });
    for (const labels of [{}, null, 'text', [], new UnknownValue('a variable')]) {
      expect(templateLabels({ spec: { template: { metadata: { labels } } } })).toBe(undefined);
    }
    for (const metadata of ['text', { labels: { c: 'd' } }, { labels: 'text' }]) {
      const object = { metadata };
      expect(labelled(object, { a: 'b' })).toBe(object);
    }
    expect(labelled({ metadata: null }, { a: 'b' })).toEqual({ metadata: { labels: { a: 'b' } } });
  });
});
