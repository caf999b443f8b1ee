import { describe, expect, it } from 'vitest';
import { asObject, type JsonObject } from '../core/json.ts';
import type { Selection } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { controlledPods } from './controlled-pods.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

type Owner = readonly [apiVersion: string, kind: string, name: string];

function object(apiVersion: string, kind: string, name: string, owner?: Owner, namespace = 'shop'): JsonObject {
  const ownerReferences =
    owner === undefined ? undefined : [{ apiVersion: owner[0], kind: owner[1], name: owner[2], controller: true }];
  return { apiVersion, kind, metadata: { name, namespace, ownerReferences } };
}

/** The pods of the first object. */
function selectionOf(objects: readonly JsonObject[]): Selection<Resource> {
  const inventory = inventoryOfObjects(objects);
  const [first] = inventory.resources;
  if (first === undefined) throw new Error('no resource');
  return controlledPods(first, inventory);
}

/** Their names. */
function podsOf(...objects: readonly JsonObject[]): string[] {
  return selectionOf(objects).items.map(({ name }) => name);
}

const deployment = object('apps/v1', 'Deployment', 'web');
const replicaSet = object('apps/v1', 'ReplicaSet', 'web-5d9', ['apps/v1', 'Deployment', 'web']);
const ofReplicaSet: Owner = ['apps/v1', 'ReplicaSet', 'web-5d9'];

describe('controlledPods', () => {
  it('are those of the object, and of the ReplicaSet or Job between', () => {
    const pods = [
      object('v1', 'Pod', 'one', ofReplicaSet),
      object('v1', 'Pod', 'two', ofReplicaSet),
      object('v1', 'Pod', 'other', ['apps/v1', 'ReplicaSet', 'api-7c4']),
      object('v1', 'Pod', 'elsewhere', ofReplicaSet, 'jobs'),
      object('v1', 'Pod', 'alone'),
    ];
    expect(podsOf(deployment, replicaSet, ...pods)).toEqual(['one', 'two']);
    expect(podsOf(replicaSet, deployment, ...pods)).toEqual(['one', 'two']);
    expect(podsOf(deployment, ...pods)).toEqual([]);
    const [one, two] = pods;
    const labels = { 'pod-template-hash': '5d9' };
    const hashed = { ...one, metadata: { ...asObject(one?.['metadata']), labels } };
    expect(podsOf(deployment, hashed, two ?? {})).toEqual(['one']);
    const job = object('batch/v1', 'Job', 'report-29', ['batch/v1', 'CronJob', 'report']);
    const ofJob = object('v1', 'Pod', 'report-29-a', ['batch/v1', 'Job', 'report-29']);
    expect(podsOf(object('batch/v1', 'CronJob', 'report'), job, ofJob)).toEqual(['report-29-a']);
    const ofSet = object('v1', 'Pod', 'data-0', ['apps/v1', 'StatefulSet', 'data']);
    expect(podsOf(object('apps/v1', 'StatefulSet', 'data'), ofSet)).toEqual(['data-0']);
  });

  it('says what is missing to know them all', () => {
    expect(selectionOf([deployment]).missing?.what).toBe('no Pod of "shop" is among the inputs');
  });

  it('throws where a pod of the namespace may be one of them', () => {
    const metadata = { name: 'hidden', namespace: 'shop', ownerReferences: new UnknownValue('hidden') };
    expect(() => podsOf(deployment, { apiVersion: 'v1', kind: 'Pod', metadata })).toThrow(UnknownValueRead);
    const elsewhere = { ...metadata, namespace: 'jobs' };
    expect(podsOf(deployment, { apiVersion: 'v1', kind: 'Pod', metadata: elsewhere })).toEqual([]);
  });
});
