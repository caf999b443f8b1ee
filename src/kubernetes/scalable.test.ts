import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { scalable } from './scalable.ts';

function objectOf(kind: string, spec: unknown): JsonObject {
  const [name = '', group = ''] = kind.split('/').toReversed();
  return { apiVersion: group === '' ? 'v1' : `${group}/v1`, kind: name, metadata: { name: 'web' }, spec };
}

describe('scalable', () => {
  it('is a Deployment, a StatefulSet, or a custom resource with replicas', () => {
    const three = { replicas: 3 };
    const inventory = inventoryOfObjects([
      objectOf('apps/Deployment', {}),
      objectOf('apps/StatefulSet', {}),
      objectOf('apps/ReplicaSet', three),
      objectOf('ReplicationController', three),
      objectOf('scheduling.k8s.io/Other', three),
      objectOf('shop.example/Fleet', three),
      objectOf('shop.example/Fleet', { replicas: 'three' }),
      objectOf('shop.example/Fleet', { replicas: new UnknownValue('hidden') }),
      objectOf('shop.example/Fleet', new UnknownValue('hidden')),
    ]);
    const judged = [...scalable.enumerate(inventory)].map(({ resource }) => inventory.resources.indexOf(resource));
    expect(judged).toEqual([0, 1, 5, 7]);
  });
});
