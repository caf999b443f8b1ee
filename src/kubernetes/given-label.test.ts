import { describe, expect, it } from 'vitest';
import { GIVEN_LATER, mayBeGiven } from './given-label.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

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
    ['v1', 'Pod', 'pod-template-hash', '1', false],
    ['apps/v1', 'ReplicaSet', 'pod-template-hash', '1', true],
    ['apps/v1', 'ReplicaSet', 'app', '1', false],
    ['shop.example/v1', 'Runner', 'pod-template-hash', '1', true],
  ])('of %s %s the label %s=%s: %s', (apiVersion, kind, key, value, expected) => {
    expect(given(apiVersion, kind, key, value)).toBe(expected);
  });

  it('knows a kind for each label', () => {
    for (const [key, kinds] of GIVEN_LATER) {
      const [group = '', kind = ''] = (kinds[0] ?? '').split('/');
      expect(given(`${group}/v1`, kind, key, 'db-0')).toBe(true);
    }
  });
});
