import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { type Capacity, freeCapacity } from './cluster-capacity.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { newestVersion } from './version.ts';

function node(name: string, more: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    status: { allocatable: { cpu: 4, memory: 2000 } },
    ...more,
  };
}

function pod(name: string, phase: unknown): JsonObject {
  const containers = [{ name: 'web', resources: { requests: { cpu: 1, memory: 500 } } }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers }, status: { phase } };
}

function named(name: string): JsonObject {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } };
}

function capacity(objects: readonly JsonObject[], complete = true): Capacity {
  return freeCapacity({ inventory: inventoryOfObjects(objects, complete), targetVersion: newestVersion });
}

function free(...objects: readonly JsonObject[]): unknown {
  const found = capacity(objects);
  return found.is === 'known' ? [Number(found.free.cpu) / 1e9, Number(found.free.memory) / 1e9] : found.is;
}

function what(found: Capacity): string {
  return found.is === 'unknown' ? found.missing.what : found.is;
}

describe('freeCapacity', () => {
  it('is what schedulable nodes have, without what running pods request', () => {
    const cordoned = node('cordoned', { spec: { unschedulable: true } });
    expect(free(node('a'), node('b'), cordoned, pod('web', 'Running'), pod('done', 'Succeeded'))).toEqual([7, 3500]);
    expect(free(cordoned, pod('web', 'Running'))).toEqual([-1, -500]);
    expect(free(node('bare', { status: {} }))).toEqual([0, 0]);
  });

  it('grows with Karpenter and the cluster autoscaler', () => {
    const pool = { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata: { name: 'usual' } };
    expect(capacity([pool], false)).toEqual({ is: 'growing' });
    expect(capacity([named('shop-cluster-autoscaler')], false)).toEqual({ is: 'growing' });
    expect(capacity([named('karpenter')], false)).toEqual({ is: 'growing' });
    expect(free(node('a'), named('web'))).toEqual([4, 2000]);
  });

  it('is not known without all nodes and pods', () => {
    expect(what(capacity([pod('web', 'Running')], false))).toBe('no Node is among the inputs');
    expect(what(capacity([node('a')], false))).toBe('perhaps not every Node is among the inputs');
    expect(what(capacity([pod('web', 'Running')]))).toBe('no Node is among the inputs');
    expect(what(capacity([node('a'), pod('web', new UnknownValue('hidden'))]))).toBe(
      'status.phase is not known: hidden',
    );
  });
});
