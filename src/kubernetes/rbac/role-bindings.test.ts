import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { bindingOf } from '../binding.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { account, clusterRole, clusterRoleBinding, namespacedRole, roleBinding } from './rbac-objects.ts';
import {
  bindingsEverywhere,
  bindingsOfRole,
  bindingsOfSubject,
  roleOfBinding,
  unreadBindings,
} from './role-bindings.ts';

const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';
const ROLE = 'rbac.authorization.k8s.io/Role';
const ROLE_BINDING = 'rbac.authorization.k8s.io/RoleBinding';
const CLUSTER_ROLE_BINDING = 'rbac.authorization.k8s.io/ClusterRoleBinding';

const web = account('shop', 'web');
const ann = { kind: 'User', name: 'ann' };

const inventory = inventoryOfObjects([
  roleBinding('shop', 'Role/reader', web, ann, web),
  roleBinding('warehouse', 'Role/reader', ann),
  roleBinding('shop', 'ClusterRole/view', { kind: 'ServiceAccount', name: 'web' }),
  clusterRoleBinding('ClusterRole/view', { kind: 'Group', name: 'web' }),
  clusterRoleBinding('ClusterRole/nobody'),
  clusterRole('view', []),
  namespacedRole('shop', 'reader', []),
]);

const shown = (bindings: readonly { reference: { kind: string }; namespace: string | undefined }[]) =>
  bindings.map(({ namespace }) => namespace ?? 'everywhere');

describe('bindingsOfRole', () => {
  it('are those of a Role in its namespace', () => {
    expect(shown(bindingsOfRole({ kind: ROLE, name: 'reader', namespace: 'shop' }, inventory))).toEqual(['shop']);
    expect(shown(bindingsOfRole({ kind: ROLE, name: 'view', namespace: 'shop' }, inventory))).toEqual([]);
  });

  it('are those of a ClusterRole everywhere', () => {
    const view = { kind: CLUSTER_ROLE, name: 'view', namespace: undefined };
    expect(shown(bindingsOfRole(view, inventory))).toEqual(['shop', 'everywhere']);
  });

  it('are none that name nobody', () => {
    expect(bindingsOfRole({ kind: CLUSTER_ROLE, name: 'nobody', namespace: undefined }, inventory)).toEqual([]);
  });
});

describe('bindingsOfSubject', () => {
  it('are those that name it, each once', () => {
    expect(shown(bindingsOfSubject('ServiceAccount', 'shop/web', inventory))).toEqual(['shop', 'shop']);
    expect(shown(bindingsOfSubject('User', 'ann', inventory))).toEqual(['shop', 'warehouse']);
    expect(shown(bindingsOfSubject('Group', 'web', inventory))).toEqual(['everywhere']);
    expect(bindingsOfSubject('User', 'web', inventory)).toEqual([]);
    expect(bindingsOfSubject('ServiceAccount', '/web', inventory)).toEqual([]);
  });
});

describe('bindingsEverywhere', () => {
  it('are the ClusterRoleBindings that name anyone', () => {
    expect(bindingsEverywhere(inventory).map(({ roleName }) => roleName)).toEqual(['view']);
  });
});

describe('unreadBindings', () => {
  it('says what is not known', () => {
    const unknown = new UnknownValue('the value is not set');
    const partly = inventoryOfObjects([
      { ...roleBinding('shop', 'Role/reader', ann), roleRef: unknown },
      { ...clusterRoleBinding('ClusterRole/view'), subjects: [ann, unknown] },
      roleBinding('shop', 'Role/reader', ann),
    ]);
    expect(unreadBindings(ROLE_BINDING, partly)).toEqual([{ what: 'roleRef is not known: the value is not set' }]);
    expect(unreadBindings(CLUSTER_ROLE_BINDING, partly)).toEqual([
      { what: 'subjects[1] is not known: the value is not set' },
    ]);
    expect(bindingsOfSubject('User', 'ann', partly)).toHaveLength(1);
    expect(unreadBindings(ROLE_BINDING, inventory)).toEqual([]);
  });
});

describe('roleOfBinding', () => {
  it('finds the role that is named', () => {
    const found = inventory
      .select(ROLE_BINDING)
      .items.concat(inventory.select(CLUSTER_ROLE_BINDING).items)
      .map((resource) => roleOfBinding(bindingOf(resource), inventory))
      .map((lookup) => (lookup.is === 'found' ? `${lookup.item.namespace ?? ''}/${lookup.item.name}` : lookup.is));
    expect(found).toEqual(['shop/reader', 'unknown', '/view', '/view', 'unknown']);
  });

  it('finds none of a kind that there is not', () => {
    const odd = inventoryOfObjects([clusterRoleBinding('Role/reader', ann), roleBinding('shop', 'Group/reader', ann)]);
    const lookups = [CLUSTER_ROLE_BINDING, ROLE_BINDING]
      .flatMap((kind) => odd.select(kind).items)
      .map((resource) => roleOfBinding(bindingOf(resource), odd));
    expect(lookups).toEqual([{ is: 'absent' }, { is: 'absent' }]);
  });
});
