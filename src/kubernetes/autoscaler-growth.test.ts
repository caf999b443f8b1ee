import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { autoscalerGrowth } from './autoscaler-growth.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { newestVersion } from './version.ts';

const metadata = { name: 'web', namespace: 'shop' };

function autoscaler(maxReplicas: unknown, status: JsonObject = {}): JsonObject {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const spec = { maxReplicas, scaleTargetRef };
  return { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec, status };
}

function deployment(requests: JsonObject, replicas?: number): JsonObject {
  const containers = [{ name: 'web', resources: { requests } }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { replicas, template: { spec: { containers } } },
  };
}

/** The growth of the first object, in cores and bytes. */
function growth(objects: readonly JsonObject[], complete = false): unknown {
  const inventory = inventoryOfObjects(objects, complete);
  return inventory.resources.slice(0, 1).map((resource) => {
    const found = autoscalerGrowth(resource, { inventory, targetVersion: newestVersion });
    if (found.is === 'unknown') return found.missing.what;
    return [Number(found.amounts.cpu) / 1e9, Number(found.amounts.memory) / 1e9];
  })[0];
}

const requests = { cpu: 1, memory: 100 };

describe('autoscalerGrowth', () => {
  it('is what the pods request that are added up to the most replicas', () => {
    expect(growth([autoscaler(5), deployment(requests)])).toEqual([4, 400]);
    expect(growth([autoscaler(5), deployment(requests, 2)])).toEqual([3, 300]);
    expect(growth([autoscaler(5, { currentReplicas: 4 }), deployment(requests, 2)])).toEqual([1, 100]);
    expect(growth([autoscaler(5, { currentReplicas: 9 }), deployment(requests)])).toEqual([0, 0]);
    expect(growth([autoscaler('many'), deployment(requests)])).toEqual([0, 0]);
    expect(growth([autoscaler(3), deployment({ cpu: 1 })])).toEqual([2, 0]);
  });

  it('is not known without the target, or without requests', () => {
    expect(growth([autoscaler(5)])).toBe('no Deployment "shop/web" is among the inputs');
    expect(growth([autoscaler(5)], true)).toBe('what the autoscaler scales does not exist');
    expect(growth([autoscaler(5), deployment({})])).toBe('the pods that the autoscaler adds request nothing');
  });
});
