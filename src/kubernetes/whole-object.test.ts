import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { wholeObject } from './whole-object.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', controller: true }];
const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web' }, spec: { template: { spec } } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-1', ownerReferences }, spec },
  {
    apiVersion: 'shop.example/v1',
    kind: 'Shop',
    metadata: { name: 'web' },
    spec: { front: { template: { spec } }, back: { template: { spec } } },
  },
]);
const views = [...wholeObject.enumerate(inventory)];

describe('wholeObject', () => {
  it('is every object, once', () => {
    expect(inventory.resources.every((resource) => wholeObject.covers(resource))).toBe(true);
    expect(views.map(({ resource }) => resource)).toEqual(inventory.resources);
    expect(views.map(({ reference }) => reference)).toEqual(inventory.resources);
    expect(views[0]?.anchor).toEqual({ resource: inventory.resources[0], path: [] });
  });

  it('names facts below its pod template, if it has one', () => {
    expect(views.map(({ factRoot }) => factRoot)).toEqual([[], ['spec', 'template'], [], []]);
    expect(views.map(({ templates }) => templates.length)).toEqual([0, 1, 1, 2]);
  });

  it('has the owner of a pod', () => {
    expect(views.map(({ owner }) => owner?.kind)).toEqual([undefined, undefined, 'apps/ReplicaSet', undefined]);
  });
});
