import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { failureDomains, isSpread, selectsOwnPods } from './pod-spread.ts';
import { type Workload, workloadsIn } from './workload.ts';

function podWith(spec: JsonObject): Workload {
  const metadata = { name: 'web', namespace: 'shop', labels: { app: 'web' } };
  const [workload] = workloadsIn('shop', inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', metadata, spec }]));
  if (workload === undefined) throw new Error('no workload');
  return workload;
}

const labelSelector = { matchLabels: { app: 'web' } };

function withConstraint(constraint: JsonObject): boolean {
  return isSpread(podWith({ topologySpreadConstraints: [constraint] }));
}

function withTerms(field: string, terms: unknown): boolean {
  return isSpread(podWith({ affinity: { podAntiAffinity: { [field]: terms } } }));
}

describe('isSpread', () => {
  it('is true with a spread constraint over nodes, zones or regions that counts the pods', () => {
    expect(failureDomains.map((topologyKey) => withConstraint({ topologyKey, labelSelector }))).toEqual([
      true,
      true,
      true,
    ]);
    const [topologyKey] = failureDomains;
    expect(withConstraint({ topologyKey: 'rack', labelSelector })).toBe(false);
    expect(withConstraint({ topologyKey, labelSelector: { matchLabels: { app: 'api' } } })).toBe(false);
    expect(withConstraint({ topologyKey, labelSelector, matchLabelKeys: ['pod-template-hash'] })).toBe(true);
    expect(withConstraint({ topologyKey })).toBe(false);
  });

  it('is true with a term of anti-affinity', () => {
    for (const field of [
      'requiredDuringSchedulingIgnoredDuringExecution',
      'preferredDuringSchedulingIgnoredDuringExecution',
    ]) {
      expect([withTerms(field, [{}]), withTerms(field, []), withTerms(field, null)]).toEqual([true, false, false]);
    }
    expect(isSpread(podWith({ affinity: { podAffinity: {} } }))).toBe(false);
  });
});

describe('selectsOwnPods', () => {
  it('is true of a selector that selects the labels of the pods, and of an empty one', () => {
    const pod = podWith({});
    const terms = [{ labelSelector }, { labelSelector: {} }, { labelSelector: { matchLabels: { app: 'a' } } }, {}];
    expect(terms.map((term) => selectsOwnPods(term, pod))).toEqual([true, true, false, false]);
  });
});
