import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../core/unknown-value.ts';
import { isDefined } from './defined-kind.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function definition(kind: unknown): Record<string, unknown> {
  const spec = { group: 'shop.example', names: { kind } };
  return { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'a' }, spec };
}

describe('isDefined', () => {
  it('goes by group and kind', () => {
    const inventory = inventoryOfObjects([definition(new UnknownValue('a variable')), definition('Order')]);
    expect(isDefined('shop.example/Order', inventory)).toBe(true);
    expect(isDefined('shop.example/Bill', inventory)).toBe(false);
    expect(isDefined('other.example/Order', inventory)).toBe(false);
  });
});
