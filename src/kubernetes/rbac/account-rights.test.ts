import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import {
  bindingsOfAccount,
  bindingsReaching,
  heldRoleNames,
  implicitGroupsOf,
  implicitGroupsOfSubject,
  missingBindings,
  rightsOf,
  rolesOfAccount,
  rolesOfBindings,
} from './account-rights.ts';
import { account, clusterRole, clusterRoleBinding, coreRule, namespacedRole, roleBinding } from './rbac-objects.ts';

const web = { namespace: 'shop', name: 'web' };
const asUser = { kind: 'User', name: 'system:serviceaccount:shop:web' };
const group = (name: string) => ({ kind: 'Group', name });

const objects = [
  clusterRole('reader', [coreRule('get', 'pods'), coreRule('list', 'pods')]),
  namespacedRole('shop', 'writer', [coreRule('create', 'pods')]),
  clusterRoleBinding('ClusterRole/reader', account('shop', 'web'), asUser),
  roleBinding('shop', 'Role/writer', asUser),
  roleBinding('warehouse', 'Role/gone', account('shop', 'web')),
  roleBinding('shop', 'ClusterRole/reader', group('system:serviceaccounts:shop')),
  clusterRoleBinding('ClusterRole/reader', group('system:authenticated'), account('warehouse', 'web')),
  roleBinding('shop', 'Role/writer', group('system:serviceaccounts:warehouse'), { kind: 'User', name: 'web' }),
];

const inventory = inventoryOfObjects(objects, true);

describe('the bindings of an account', () => {
  it('name it as an account or as a user, and count once', () => {
    const found = bindingsOfAccount(web, inventory).map(({ namespace, roleName }) => [namespace, roleName]);
    expect(found).toEqual([
      ['warehouse', 'gone'],
      [undefined, 'reader'],
      ['shop', 'writer'],
    ]);
    expect(bindingsOfAccount({ namespace: 'warehouse', name: 'web' }, inventory)).toHaveLength(1);
    expect(bindingsOfAccount({ namespace: 'shop', name: 'other' }, inventory)).toEqual([]);
  });

  it('reach it also by the groups of every account', () => {
    expect(implicitGroupsOf('shop')).toEqual([
      'system:authenticated',
      'system:serviceaccounts',
      'system:serviceaccounts:shop',
    ]);
    const groups = bindingsReaching(web, inventory).slice(3);
    expect(groups.map(({ namespace, roleName }) => [namespace, roleName])).toEqual([
      [undefined, 'reader'],
      ['shop', 'reader'],
    ]);
  });
});

describe('rolesOfBindings', () => {
  it('are the roles that exist', () => {
    const { held, missing } = rolesOfBindings(bindingsOfAccount(web, inventory), inventory);
    expect(heldRoleNames(held)).toBe('ClusterRole reader and Role shop/writer');
    expect(missing).toEqual([]);
    expect(rightsOf(held).map(({ rule, namespace, binding }) => [rule.verbs, namespace, binding.roleName])).toEqual([
      [['get'], undefined, 'reader'],
      [['list'], undefined, 'reader'],
      [['create'], 'shop', 'writer'],
    ]);
  });

  it('say what is missing', () => {
    const gathering = clusterRole('all', null, { aggregationRule: { clusterRoleSelectors: [] } });
    const partial = inventoryOfObjects([...objects, gathering, clusterRoleBinding('ClusterRole/all', asUser)]);
    const { missing } = rolesOfBindings(bindingsOfAccount(web, partial), partial);
    expect(missing.map(({ what }) => what)).toEqual([
      'no Role "warehouse/gone" is among the inputs',
      'perhaps not every ClusterRole is among the inputs',
    ]);
  });
});

describe('rolesOfAccount', () => {
  it('are those with a rule, and what is missing to know all, once for an account', () => {
    const empty = [namespacedRole('shop', 'empty', []), roleBinding('shop', 'Role/empty', asUser)];
    const partial = inventoryOfObjects([...objects, ...empty]);
    const answer = rolesOfAccount(web, partial);
    expect(heldRoleNames(answer.held)).toBe('ClusterRole reader and Role shop/writer');
    expect(answer.missing.map(({ what }) => what)).toEqual([
      'no Role "warehouse/gone" is among the inputs',
      'perhaps not every ClusterRoleBinding is among the inputs',
      'perhaps not every RoleBinding is among the inputs',
    ]);
    expect(rolesOfAccount(web, partial)).toBe(answer);
    expect(rolesOfAccount({ namespace: 'shop', name: 'other' }, partial).held).toEqual([]);
  });
});

describe('missingBindings', () => {
  it('are kinds that are not shown whole, and bindings that could not be read', () => {
    const unread = { ...roleBinding('shop', 'Role/x', asUser), subjects: new UnknownValue('the value is not set') };
    const what = (partial: boolean, namespace?: string) =>
      missingBindings(inventoryOfObjects([...objects, unread], !partial), namespace).map((missing) => missing.what);
    expect(what(false)).toEqual(['subjects is not known: the value is not set']);
    expect(what(true, 'kube-system')).toEqual([
      'perhaps not every ClusterRoleBinding is among the inputs',
      'no RoleBinding of "kube-system" is among the inputs',
      'subjects is not known: the value is not set',
    ]);
    expect(missingBindings(inventory)).toEqual([]);
  });
});

describe('the groups of a subject', () => {
  const all = ['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:shop'];

  it.each([
    ['ServiceAccount', 'web', 'shop', all],
    ['User', 'system:serviceaccount:shop:web', undefined, all],
    ['Group', 'system:serviceaccounts:shop', undefined, all],
    ['Group', 'system:serviceaccounts', undefined, ['system:authenticated']],
    ['User', 'ann', undefined, ['system:authenticated']],
    ['Group', 'developers', undefined, ['system:authenticated']],
    ['User', 'system:anonymous', undefined, []],
    ['Group', 'system:unauthenticated', undefined, []],
  ])('are those that the API server puts %s %s in', (kind, name, namespace, expected) => {
    expect(implicitGroupsOfSubject({ kind, name, namespace, at: () => expect.unreachable() })).toEqual(expected);
  });
});
