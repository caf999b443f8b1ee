import { describe, expect, it } from 'vitest';
import { createInventory, type Inventory } from '../core/inventory.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { showsCluster } from './shows-cluster.ts';

function claiming(claimed: readonly string[]): Inventory {
  const coverage = { claims: [{ kinds: claimed, namespace: undefined }], gaps: [] };
  return createInventory([], { id: 'one', defaultNamespace: 'default', coverage });
}

describe('showsCluster', () => {
  const kinds = ['Pod', 'Namespace'];

  it('is true with a node, or where all of the kinds are claimed', () => {
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };
    expect(showsCluster(inventoryOfObjects([node]), kinds)).toBe(true);
    expect(showsCluster(inventoryOfObjects([pod]), kinds)).toBe(false);
    expect(showsCluster(claiming(['Pod', 'Namespace']), kinds)).toBe(true);
    expect(showsCluster(claiming(['Pod']), kinds)).toBe(false);
  });

  it('is true of a claim that a gap voids, so that the gap is told', () => {
    const coverage = {
      claims: [{ kinds: undefined, namespace: undefined }],
      gaps: [{ file: 'a.yaml', why: 'broken' }],
    };
    const inventory = createInventory([], { id: 'one', defaultNamespace: 'default', coverage });
    expect(showsCluster(inventory, kinds)).toBe(true);
  });
});
