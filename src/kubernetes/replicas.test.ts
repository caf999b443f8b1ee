import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadKinds } from './pod-template.ts';
import { replicasField, replicasOf, unreplicatedKinds } from './replicas.ts';

function objectOf(kind: string, spec: unknown): JsonObject {
  const [name = '', group = ''] = kind.split('/').toReversed();
  return { apiVersion: group === '' ? 'v1' : `${group}/v1`, kind: name, metadata: { name: 'web' }, spec };
}

function replicas(kind: string, spec: unknown): number | undefined {
  return inventoryOfObjects([objectOf(kind, spec)]).resources.map(replicasOf)[0];
}

describe('replicasOf', () => {
  it('is 1 for kinds with replicas unless they are set', () => {
    const kinds = workloadKinds.filter((kind) => !unreplicatedKinds.includes(kind));
    expect(kinds).toEqual(['ReplicationController', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet']);
    expect(kinds.map((kind) => replicas(kind, {}))).toEqual([1, 1, 1, 1]);
    expect(kinds.map((kind) => replicas(kind, { replicas: null }))).toEqual([1, 1, 1, 1]);
    expect(kinds.map((kind) => replicas(kind, { replicas: 0 }))).toEqual([0, 0, 0, 0]);
  });

  it('is what a custom resource sets, and nothing for other kinds', () => {
    expect(replicas('shop.example/Fleet', { replicas: 3 })).toBe(3);
    expect(replicas('shop.example/Fleet', {})).toBeUndefined();
    expect(unreplicatedKinds.map((kind) => replicas(kind, { replicas: 3 }))).toEqual(
      unreplicatedKinds.map(() => undefined),
    );
  });

  it('stands in the spec', () => {
    const [resource] = inventoryOfObjects([objectOf('apps/Deployment', {})]).resources;
    expect(resource && replicasField(resource)).toEqual({ resource, path: ['spec', 'replicas'] });
  });
});
