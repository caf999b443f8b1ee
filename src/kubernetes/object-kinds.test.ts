import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadObjectsAnd } from './object-kinds.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' } },
  { apiVersion: 'shop.example/v1', kind: 'Runner', metadata: { name: 'web' }, spec: { template: { spec } } },
]);

describe('workloadObjectsAnd', () => {
  it('gives pod-bearing objects, custom ones too, and those of its kinds', () => {
    const subject = workloadObjectsAnd('Service');
    expect([...subject.enumerate(inventory)].map(({ kind }) => kind)).toEqual([
      'Pod',
      'Service',
      'shop.example/Runner',
    ]);
    expect(inventory.resources.map((resource) => subject.covers(resource))).toEqual([true, true, false, true]);
  });

  it('is one subject for the same kinds in any order', () => {
    expect(workloadObjectsAnd('Service', 'Secret')).toBe(workloadObjectsAnd('Secret', 'Service'));
    expect(workloadObjectsAnd('Service')).not.toBe(workloadObjectsAnd());
  });
});
