import { describe, expect, it } from 'vitest';
import { asObject, type JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { controllingOwner, isControlledBy } from './ownership.ts';

interface Reference {
  readonly apiVersion: unknown;
  readonly kind: unknown;
  readonly name: unknown;
  readonly controller?: unknown;
}

function objectOf(
  apiVersion: string,
  kind: string,
  name: string,
  ...ownerReferences: readonly Reference[]
): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ownerReferences } };
}

function controlledBy(apiVersion: string, kind: string, name: string): Reference {
  return { apiVersion, kind, name, controller: true };
}

/** The owner of the first object. */
function ownerAmong(...objects: readonly JsonObject[]): string | undefined {
  const inventory = inventoryOfObjects(objects);
  const [first] = inventory.resources;
  if (first === undefined) throw new Error('no object');
  const owner = controllingOwner(first, inventory);
  return owner && `${owner.kind} ${owner.namespace}/${owner.name}`;
}

/** Whether a pod with these owners says that a DaemonSet controls it. */
function isOfDaemonSet(...references: readonly Reference[]): boolean {
  const [first] = inventoryOfObjects([objectOf('v1', 'Pod', 'agent-1', ...references)]).resources;
  return first !== undefined && isControlledBy(first, 'apps/DaemonSet');
}

const deployment = objectOf('apps/v1', 'Deployment', 'web');
const replicaSet = objectOf('apps/v1', 'ReplicaSet', 'web-1', controlledBy('apps/v1', 'Deployment', 'web'));
const pod = objectOf('v1', 'Pod', 'web-1-a', controlledBy('apps/v1', 'ReplicaSet', 'web-1'));

function withHash(object: JsonObject, hash: unknown): JsonObject {
  return { ...object, metadata: { ...asObject(object['metadata']), labels: { 'pod-template-hash': hash } } };
}

describe('controllingOwner', () => {
  it('is the topmost that the inventory holds', () => {
    expect(ownerAmong(pod, replicaSet, deployment)).toBe('apps/Deployment shop/web');
    expect(ownerAmong(pod, replicaSet)).toBe('apps/ReplicaSet shop/web-1');
    expect(ownerAmong(replicaSet, deployment)).toBe('apps/Deployment shop/web');
  });

  it('is the Deployment where its ReplicaSet is not among the inputs, by the hash in its name', () => {
    expect(ownerAmong(withHash(pod, '1'), deployment)).toBe('apps/Deployment shop/web');
    expect(ownerAmong(withHash(pod, '1'), replicaSet)).toBe('apps/ReplicaSet shop/web-1');
    for (const hash of ['2', '', 1, 'web-1']) expect(ownerAmong(withHash(pod, hash), deployment)).toBeUndefined();
    const ofJob = objectOf('v1', 'Pod', 'a', controlledBy('batch/v1', 'Job', 'web-1'));
    expect(ownerAmong(withHash(ofJob, '1'), deployment)).toBeUndefined();
  });

  it('is none for an object that nothing known controls', () => {
    expect(ownerAmong(deployment)).toBeUndefined();
    expect(ownerAmong(pod, deployment)).toBeUndefined();
    expect(ownerAmong({ apiVersion: 'v1', kind: 'Pod' })).toBeUndefined();
  });

  it('lies in the namespace of the object', () => {
    const elsewhere = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web-1', namespace: 'jobs' } };
    expect(ownerAmong(pod, elsewhere)).toBeUndefined();
  });

  it('is a controller, whatever other owners come before', () => {
    const config = objectOf('v1', 'ConfigMap', 'settings');
    const plain = { apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' };
    const owned = objectOf('v1', 'Pod', 'a', plain, controlledBy('apps/v1', 'Deployment', 'web'));
    expect(ownerAmong(owned, config, deployment)).toBe('apps/Deployment shop/web');
    expect(ownerAmong(objectOf('v1', 'Pod', 'a', plain), config)).toBeUndefined();
    expect(ownerAmong(objectOf('v1', 'Pod', 'a', { ...plain, controller: 'true' }), config)).toBeUndefined();
    expect(ownerAmong(objectOf('v1', 'Pod', 'a', { ...plain, controller: false }), config)).toBeUndefined();
  });

  it('is found under the group that its kind moved to', () => {
    const old = objectOf('v1', 'Pod', 'a', controlledBy('extensions/v1beta1', 'Deployment', 'web'));
    expect(ownerAmong(old, deployment)).toBe('apps/Deployment shop/web');
  });

  it('ends where owners go round in a circle', () => {
    const first = objectOf('v1', 'Pod', 'a', controlledBy('v1', 'Pod', 'b'));
    const second = objectOf('v1', 'Pod', 'b', controlledBy('v1', 'Pod', 'a'));
    expect(ownerAmong(first, second)).toBeUndefined();
    expect(ownerAmong(objectOf('v1', 'Pod', 'a', controlledBy('v1', 'Pod', 'a')))).toBeUndefined();
  });

  it('takes odd references for none', () => {
    const odd: JsonObject = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', ownerReferences: ['web', null] } };
    expect(ownerAmong(odd)).toBeUndefined();
    expect(ownerAmong({ ...odd, metadata: { name: 'a', ownerReferences: {} } })).toBeUndefined();
    const wrongTypes = { apiVersion: 1, kind: null, name: 7, controller: true };
    expect(ownerAmong(objectOf('v1', 'Pod', 'a', wrongTypes), deployment)).toBeUndefined();
  });
});

describe('isControlledBy', () => {
  it('believes the object, whether the inventory holds its controller or not', () => {
    expect(isOfDaemonSet(controlledBy('apps/v1', 'DaemonSet', 'agent'))).toBe(true);
    expect(isOfDaemonSet(controlledBy('extensions/v1beta1', 'DaemonSet', 'agent'))).toBe(true);
  });

  it('does not take other owners for the controller', () => {
    expect(isOfDaemonSet()).toBe(false);
    expect(isOfDaemonSet(controlledBy('apps/v1', 'ReplicaSet', 'agent'))).toBe(false);
    expect(isOfDaemonSet(controlledBy('v1', 'DaemonSet', 'agent'))).toBe(false);
    expect(isOfDaemonSet({ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent' })).toBe(false);
    expect(isOfDaemonSet({ ...controlledBy('apps/v1', 'DaemonSet', 'agent'), controller: 'true' })).toBe(false);
  });
});
