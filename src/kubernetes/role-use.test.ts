import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { roleUseOf } from './role-use.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';

function binding(kind: string, roleKind: string, name: unknown): object {
  return { apiVersion, kind, metadata: { name: 'one', namespace: 'shop' }, roleRef: { kind: roleKind, name } };
}

function useOf(kind: string, ...bindings: readonly object[]): unknown {
  const role = { apiVersion, kind, metadata: { name: 'read', namespace: 'shop' } };
  const inventory = inventoryOfObjects([role, ...bindings.map((one) => ({ ...one }))]);
  const [resource] = inventory.resources;
  return resource && roleUseOf(resource, inventory);
}

describe('roleUseOf', () => {
  it('tells bindings of namespaces and of the cluster apart', () => {
    const nobody = { inNamespaces: false, inCluster: false, hidden: undefined };
    expect(useOf('ClusterRole')).toEqual(nobody);
    expect(useOf('ClusterRole', binding('RoleBinding', 'Role', 'read'))).toEqual(nobody);
    expect(useOf('ClusterRole', binding('RoleBinding', 'ClusterRole', 'write'))).toEqual(nobody);
    expect(useOf('ClusterRole', binding('RoleBinding', 'ClusterRole', 'read'))).toEqual({
      ...nobody,
      inNamespaces: true,
    });
    expect(useOf('ClusterRole', binding('ClusterRoleBinding', 'ClusterRole', 'read'))).toEqual({
      ...nobody,
      inCluster: true,
    });
    expect(useOf('Role', binding('RoleBinding', 'Role', 'read'))).toEqual({ ...nobody, inNamespaces: true });
  });

  it('tells of a binding whose role is not known', () => {
    expect(useOf('Role', binding('RoleBinding', 'Role', new UnknownValue('a variable')))).toEqual({
      inNamespaces: false,
      inCluster: false,
      hidden: 'RoleBinding shop/one: roleRef.name is not known: a variable',
    });
  });
});
