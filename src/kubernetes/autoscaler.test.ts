import { describe, expect, it } from 'vitest';
import type { Inventory } from '../core/inventory.ts';
import type { JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { autoscalersOf, fewestReplicas, isAutoscaled, missingAutoscalers, scaleTarget } from './autoscaler.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function horizontal(name: string, scaleTargetRef: unknown, spec: JsonObject = {}, namespace = 'shop'): JsonObject {
  const metadata = { name, namespace };
  return { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec: { scaleTargetRef, ...spec } };
}

function scaledObject(name: string, scaleTargetRef: JsonObject, spec: JsonObject = {}): JsonObject {
  const metadata = { name, namespace: 'shop' };
  return { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata, spec: { scaleTargetRef, ...spec } };
}

function scalable(apiVersion: string, kind: string): JsonObject {
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop' } };
}

const deployment = scalable('apps/v1', 'Deployment');
const ofDeployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function firstOf({ resources: [first] }: Inventory): Resource {
  if (first === undefined) throw new Error('no resource');
  return first;
}

function resourceOf(object: JsonObject): Resource {
  return firstOf(inventoryOfObjects([object]));
}

/** The autoscalers of the first object. */
function scalersOf(...objects: readonly JsonObject[]): string[] {
  const inventory = inventoryOfObjects(objects);
  return [...autoscalersOf(firstOf(inventory), inventory)].map(({ name }) => name);
}

describe('scaleTarget', () => {
  it('is the object that is named, by group and kind', () => {
    expect(scaleTarget(resourceOf(horizontal('web', ofDeployment)))).toEqual({ kind: 'apps/Deployment', name: 'web' });
    expect(scaleTarget(resourceOf(horizontal('web', { kind: 'ReplicationController', name: 'web' })))).toEqual({
      kind: 'ReplicationController',
      name: 'web',
    });
    expect(scaleTarget(resourceOf(horizontal('web', 'odd')))).toEqual({ kind: '', name: '' });
  });

  it('is a Deployment for KEDA, unless it says otherwise', () => {
    expect(scaleTarget(resourceOf(scaledObject('web', { name: 'web' })))).toEqual({
      kind: 'apps/Deployment',
      name: 'web',
    });
    const other = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };
    expect(scaleTarget(resourceOf(scaledObject('web', other)))).toEqual({ kind: 'argoproj.io/Rollout', name: 'web' });
  });
});

describe('fewestReplicas', () => {
  it('is 1, and 0 for KEDA, unless it is set', () => {
    const autoscalers = [
      horizontal('a', ofDeployment),
      horizontal('a', ofDeployment, { minReplicas: 3 }),
      scaledObject('a', {}),
      scaledObject('a', {}, { minReplicaCount: 2 }),
    ];
    expect(autoscalers.map((object) => fewestReplicas(resourceOf(object)))).toEqual([1, 3, 0, 2]);
  });
});

describe('autoscalersOf', () => {
  it('finds those of either kind that name the object in its namespace', () => {
    expect(
      scalersOf(
        deployment,
        horizontal('one', ofDeployment),
        scaledObject('two', { name: 'web' }),
        horizontal('other-group', { ...ofDeployment, apiVersion: 'apps.example/v1' }),
        horizontal('other-kind', { ...ofDeployment, kind: 'StatefulSet' }),
        horizontal('other-name', { ...ofDeployment, name: 'api' }),
        horizontal('other-namespace', ofDeployment, {}, 'jobs'),
      ),
    ).toEqual(['one', 'two']);
    expect(scalersOf(scalable('apps/v1', 'StatefulSet'), horizontal('one', ofDeployment))).toEqual([]);
  });

  it('gives what is known before it says that something is not', () => {
    const hidden = horizontal('hidden', { ...ofDeployment, name: new UnknownValue('hidden') });
    const inventory = inventoryOfObjects([deployment, horizontal('one', ofDeployment), hidden]);
    const first = firstOf(inventory);
    const iterator = autoscalersOf(first, inventory)[Symbol.iterator]();
    expect(iterator.next().value).toMatchObject({ name: 'one' });
    expect(() => iterator.next()).toThrow(UnknownValueRead);
    expect(isAutoscaled(first, inventory)).toBe(true);
    const unclear = inventoryOfObjects([deployment, hidden]);
    expect(() => isAutoscaled(first, unclear)).toThrow(UnknownValueRead);
    expect(isAutoscaled(first, inventoryOfObjects([deployment]))).toBe(false);
  });
});

describe('missingAutoscalers', () => {
  it('names the first kind of which not all are known', () => {
    expect(missingAutoscalers('shop', inventoryOfObjects([deployment]))?.what).toBe(
      'no HorizontalPodAutoscaler of "shop" is among the inputs',
    );
    expect(missingAutoscalers('shop', inventoryOfObjects([deployment], true))).toBeUndefined();
  });
});
