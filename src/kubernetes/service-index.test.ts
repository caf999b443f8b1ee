import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { serviceIndexOf } from './service-index.ts';

function service(name: string, namespace: string, labels: Record<string, unknown>) {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, labels } };
}

describe('serviceIndexOf', () => {
  it('selects by namespace and labels', () => {
    const inventory = inventoryOfObjects([
      service('web', 'shop', { app: 'web' }),
      service('db', 'data', { app: 'db' }),
      service('x', 'data', { app: new UnknownValue('a variable') }),
    ]);
    const index = serviceIndexOf(inventory);
    expect(serviceIndexOf(inventory)).toBe(index);
    expect(index.namespaces).toEqual(['shop', 'data']);
    const select = (app: string, namespace: string): unknown => {
      const { items, hidden } = index.select({ matchLabels: { app } }, namespace);
      return [items.map(({ name }) => name), hidden];
    };
    expect(select('web', 'shop')).toEqual([['web'], undefined]);
    expect(select('db', 'shop')).toEqual([[], undefined]);
    expect(select('db', 'other')).toEqual([[], undefined]);
    expect(select('db', 'data')).toEqual([['db'], 'Service data/x: metadata.labels.app is not known: a variable']);
  });
});
