import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { missingKinds } from './missing-kinds.ts';

const objects = [
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } },
  { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } },
];

describe('missingKinds', () => {
  it('names the first kind that is not covered', () => {
    const inventory = inventoryOfObjects(objects);
    expect(missingKinds(inventory, ['Service', 'Pod'], 'shop')?.what).toBe('no Service of "shop" is among the inputs');
    expect(missingKinds(inventory, ['Node'], 'shop')?.what).toBe('perhaps not every Node is among the inputs');
    expect(missingKinds(inventory, ['Pod'], undefined)?.what).toBe('perhaps not every Pod is among the inputs');
    expect(missingKinds(inventory, [], 'shop')).toBeUndefined();
  });

  it('is nothing where the input is complete', () => {
    expect(missingKinds(inventoryOfObjects(objects, true), ['Service', 'Node'], 'shop')).toBeUndefined();
  });
});
