import { expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { missingWorkloads } from './namespace-workloads.ts';

it('names the first kind of workload of which not all are known', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } };
  expect(missingWorkloads('shop', inventoryOfObjects([pod]))?.what).toBe(
    'perhaps not every Pod of "shop" is among the inputs',
  );
  expect(missingWorkloads('shop', inventoryOfObjects([pod], true))).toBeUndefined();
});
