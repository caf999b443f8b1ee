import { describe, expect, it } from 'vitest';
import { bindingOf } from '../binding.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { holderNames, listed } from './holder-names.ts';
import { account, clusterRoleBinding } from './rbac-objects.ts';

describe('listed', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 other'],
  ])('of %j is %j', (names, expected) => {
    expect(listed(names)).toBe(expected);
  });

  it('takes another number', () => {
    expect(listed(['a', 'b', 'c', 'd'], 4)).toBe('a, b, c and d');
    expect(listed(['a', 'b', 'c', 'd'], 1)).toBe('a and 3 others');
  });
});

describe('holderNames', () => {
  it('names each subject once', () => {
    const ann = { kind: 'User', name: 'ann', namespace: 'shop' };
    const { resources } = inventoryOfObjects([
      clusterRoleBinding('ClusterRole/view', ann, account('shop', 'web')),
      clusterRoleBinding('ClusterRole/edit', ann, { kind: 'ServiceAccount', name: 'web' }),
    ]);
    expect(holderNames(resources.map(bindingOf))).toBe('User ann, ServiceAccount shop/web and ServiceAccount web');
  });
});
