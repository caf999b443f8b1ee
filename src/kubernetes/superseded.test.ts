import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { isSuperseded } from './superseded.ts';

function configMap(name: string, namespace = 'shop'): { [field: string]: unknown } {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } };
}

describe('isSuperseded', () => {
  it('is so for all but the last definition of an object', () => {
    const inventory = inventoryOfObjects([
      configMap('a'),
      configMap('b'),
      configMap('a'),
      configMap('a', 'test'),
      configMap('a'),
    ]);
    const found = inventory.resources.map((resource) => isSuperseded(resource, inventory));
    expect(found).toEqual([true, false, true, false, false]);
  });

  it('is not so for objects whose names are made up', () => {
    const made = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'web-' } };
    const inventory = inventoryOfObjects([made, made]);
    expect(inventory.resources.map((resource) => isSuperseded(resource, inventory))).toEqual([false, false]);
  });
});
