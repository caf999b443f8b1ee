import { describe, expect, it } from 'vitest';
import { cluster } from './cluster.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

describe('cluster', () => {
  it('is one subject without a file, where there is anything', () => {
    const inventory = inventoryOfObjects([{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } }]);
    const [whole, ...others] = cluster.enumerate(inventory);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ inventory, reference: { kind: 'Cluster', name: 'objects', namespace: undefined } });
    expect(whole?.at().resource.origin.locate([])).toEqual([]);
    expect(inventory.resources.map((resource) => cluster.covers(resource))).toEqual([false]);
    expect([...cluster.enumerate(inventoryOfObjects([]))]).toEqual([]);
  });
});
