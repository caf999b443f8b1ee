import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import type { Lookup } from '../core/lookup.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { scaledWorkload } from './scaled-workload.ts';
import type { Workload } from './workload.ts';

function autoscaler(apiVersion: string, kind: string): JsonObject {
  const metadata = { name: 'web', namespace: 'shop' };
  const scaleTargetRef = { apiVersion, kind, name: 'web' };
  return { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec: { scaleTargetRef } };
}

/** What the first object scales. */
function scaledBy(objects: readonly JsonObject[], complete = false): Lookup<Workload> {
  const inventory = inventoryOfObjects(objects, complete);
  const [first] = inventory.resources;
  if (first === undefined) throw new Error('no resource');
  return scaledWorkload(first, inventory);
}

const metadata = { name: 'web', namespace: 'shop' };

describe('scaledWorkload', () => {
  it('finds the pods of the target', () => {
    const spec = { template: { spec: { hostPID: true } } };
    const found = scaledBy([
      autoscaler('apps/v1', 'Deployment'),
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec },
    ]);
    expect(found.is === 'found' && found.item.pod).toEqual({ hostPID: true });
  });

  it('does not know targets that are not among the inputs, of other kinds, or without a template', () => {
    const deployment = autoscaler('apps/v1', 'Deployment');
    expect(scaledBy([deployment])).toMatchObject({
      is: 'unknown',
      missing: { what: 'no Deployment "shop/web" is among the inputs' },
    });
    expect(scaledBy([deployment], true)).toEqual({ is: 'absent' });
    expect(scaledBy([autoscaler('shop.example/v1', 'Fleet')], true)).toEqual({
      is: 'unknown',
      missing: { what: 'which pods Fleet shop/web has' },
    });
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata, spec: { workloadRef: {} } };
    expect(scaledBy([autoscaler('argoproj.io/v1alpha1', 'Rollout'), rollout])).toEqual({
      is: 'unknown',
      missing: { what: 'which pods Rollout shop/web has' },
    });
  });
});
