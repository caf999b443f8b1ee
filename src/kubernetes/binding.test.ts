import { describe, expect, it } from 'vitest';
import { binding } from './binding.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';

describe('binding', () => {
  it('shows role and subjects of both kinds', () => {
    const inventory = inventoryOfObjects([
      {
        apiVersion,
        kind: 'RoleBinding',
        metadata: { name: 'deploy', namespace: 'shop' },
        roleRef: { kind: 'ClusterRole', name: 'edit' },
        subjects: [
          { kind: 'ServiceAccount', name: 'ci', namespace: 'build' },
          'damaged',
          { kind: 'ServiceAccount', name: 'web' },
          { kind: 'ServiceAccount', name: 'web', namespace: '' },
          { kind: 'User', name: 'ann' },
        ],
      },
      {
        apiVersion,
        kind: 'ClusterRoleBinding',
        metadata: { name: 'all' },
        subjects: [{ kind: 'ServiceAccount', name: 'web' }],
      },
    ]);
    const [first, second] = binding.enumerate(inventory);
    expect(first).toMatchObject({
      isClusterRoleBinding: false,
      namespace: 'shop',
      roleKind: 'ClusterRole',
      roleName: 'edit',
    });
    expect(first?.subjects.map(({ kind, name, namespace }) => [kind, name, namespace])).toEqual([
      ['ServiceAccount', 'ci', 'build'],
      ['', '', undefined],
      ['ServiceAccount', 'web', 'shop'],
      ['ServiceAccount', 'web', 'shop'],
      ['User', 'ann', undefined],
    ]);
    expect(first?.subjects[0]?.at('name').path).toEqual(['subjects', 0, 'name']);
    expect(second).toMatchObject({ isClusterRoleBinding: true, namespace: undefined, roleKind: '', roleName: '' });
    expect(second?.subjects.map(({ namespace }) => namespace)).toEqual([undefined]);
    expect(inventory.resources.every((resource) => binding.covers(resource))).toBe(true);
  });
});
