import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { GIVEN_LATER, labelsOfEveryPod, mayBeGiven } from './given-label.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadsIn } from './workload.ts';

function given(apiVersion: string, kind: string, key: string, value = '1'): boolean {
  const [resource] = inventoryOfObjects([{ apiVersion, kind, metadata: { name: 'db' } }]).resources;
  if (resource === undefined) throw new Error('no resource');
  return mayBeGiven({ resource }, key, value);
}

describe('mayBeGiven', () => {
  it.each([
    ['apps/v1', 'StatefulSet', 'statefulset.kubernetes.io/pod-name', 'db-0', true],
    ['apps/v1', 'StatefulSet', 'statefulset.kubernetes.io/pod-name', 'db-x', false],
    ['apps/v1', 'StatefulSet', 'statefulset.kubernetes.io/pod-name', 'web-0', false],
    ['apps/v1', 'Deployment', 'statefulset.kubernetes.io/pod-name', 'db-0', false],
    ['batch/v1', 'CronJob', 'job-name', 'db-28000000', true],
    ['batch/v1', 'Job', 'batch.kubernetes.io/job-name', 'web', false],
    ['batch/v1', 'Job', 'job-name', 'db', true],
    ['batch/v1', 'Job', 'job-name', 'db-import', false],
    ['v1', 'Pod', 'pod-template-hash', '1', false],
    ['apps/v1', 'ReplicaSet', 'pod-template-hash', '1', true],
    ['apps/v1', 'ReplicaSet', 'app', '1', false],
    ['shop.example/v1', 'Runner', 'pod-template-hash', '1', true],
  ])('of %s %s the label %s=%s: %s', (apiVersion, kind, key, value, expected) => {
    expect(given(apiVersion, kind, key, value)).toBe(expected);
  });

  it('may be given the name that the server makes up', () => {
    const metadata = { generateName: 'import-' };
    const [resource] = inventoryOfObjects([{ apiVersion: 'batch/v1', kind: 'Job', metadata }]).resources;
    expect(resource && ['import-x7', 'export-x7'].map((name) => mayBeGiven({ resource }, 'job-name', name))).toEqual([
      true,
      false,
    ]);
  });

  it('knows a kind for each label', () => {
    for (const [key, kinds] of GIVEN_LATER) {
      const [group = '', kind = ''] = (kinds[0] ?? '').split('/');
      expect(given(`${group}/v1`, kind, key, 'db-0')).toBe(true);
    }
  });
});

/** The labels of the pods of a Job, or of a ReplicationController. */
function labelsOf(kind: string, name: string, spec: JsonObject = {}): unknown {
  const template = { metadata: { labels: { app: 'import' } } };
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'v1';
  const object = { apiVersion, kind, metadata: { name, namespace: 'shop' }, spec: { ...spec, template } };
  const [workload] = workloadsIn('shop', inventoryOfObjects([object]));
  return workload && Object.fromEntries(labelsOfEveryPod(workload));
}

describe('labelsOfEveryPod', () => {
  it('has the name of a Job', () => {
    const names = { 'job-name': 'nightly', 'batch.kubernetes.io/job-name': 'nightly' };
    expect(labelsOf('Job', 'nightly')).toEqual({ app: 'import', ...names });
  });

  it('has only the labels of the template where the name is not known, or not given', () => {
    expect(labelsOf('Job', '')).toEqual({ app: 'import' });
    expect(labelsOf('ReplicationController', 'nightly')).toEqual({ app: 'import' });
    expect(labelsOf('Job', 'nightly', { manualSelector: true })).toEqual({ app: 'import' });
  });
});
