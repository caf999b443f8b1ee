import { describe, expect, it } from 'vitest';
import type { Reporter } from '../../core/check.ts';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { role } from '../role.ts';
import { type Combination, combinedGrants } from './combined-grants.ts';
import { account, clusterRole, clusterRoleBinding, coreRule, roleBinding } from './rbac-objects.ts';

const combination: Combination = {
  first: [{ verbs: ['delete'], group: '', resources: ['pods'] }],
  second: [{ verbs: ['patch'], group: '', resources: ['nodes'] }],
};

const remove = coreRule('delete', 'configmaps,pods');
const change = coreRule('patch', 'nodes');
const web = account('shop', 'web');
const ann = { kind: 'User', name: 'ann' };

/** What is to be reported of the role `operator`. */
function found(objects: readonly JsonObject[], complete = true): unknown {
  const said: string[] = [];
  const reporter: Reporter<{ both: string }> = {
    fail: () => expect.unreachable(),
    unknown: ({ what }) => void said.push(what),
    notApplicable: () => expect.unreachable(),
    assuming(what) {
      said.push(what);
      return reporter;
    },
  };
  const inventory = inventoryOfObjects(objects, complete);
  const operator = [...role.enumerate(inventory)].find(({ resource }) => resource.name === 'operator');
  if (operator === undefined) throw new Error('no role');
  const answer = combinedGrants(operator, combination, inventory, reporter);
  if (answer !== undefined) said.push(`${answer.holders}: ${answer.roles} at ${formatPath(answer.at.path)}`);
  return said;
}

const half = clusterRole('operator', [remove]);
const whole = clusterRole('operator', [change, remove]);
const other = clusterRole('other', [change]);
const boundToWeb = clusterRoleBinding('ClusterRole/operator', ann, web);
const boundToAll = (name: string) => clusterRoleBinding('ClusterRole/operator', { kind: 'Group', name });
const otherTo = (...subjects: readonly JsonObject[]) => clusterRoleBinding('ClusterRole/other', ...subjects);

describe('combinedGrants', () => {
  it('finds both halves in one role', () => {
    expect(found([whole, boundToWeb])).toEqual([
      'User ann and ServiceAccount shop/web: ClusterRole operator at rules[1].resources[1]',
    ]);
    expect(found([whole], false)).toEqual([
      'something binds the role',
      'its holders: ClusterRole operator at rules[1].resources[1]',
    ]);
  });

  it('finds the second half in another role of a holder', () => {
    const line = 'ServiceAccount shop/web: ClusterRole operator and ClusterRole other at rules[0].resources[1]';
    expect(found([half, other, boundToWeb, otherTo(web)])).toEqual([line]);
    expect(found([half, other, boundToWeb, otherTo({ kind: 'Group', name: 'system:serviceaccounts' })])).toEqual([
      line,
    ]);
    expect(found([half, other, boundToWeb, otherTo(ann)])).toEqual([
      'User ann: ClusterRole operator and ClusterRole other at rules[0].resources[1]',
    ]);
  });

  it('finds the member of a group of the API server that holds the second half', () => {
    const line = 'ServiceAccount shop/web: ClusterRole operator and ClusterRole other at rules[0].resources[1]';
    for (const group of ['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:shop']) {
      expect(found([half, other, boundToAll(group), otherTo(web)])).toEqual([line]);
    }
    expect(found([half, other, boundToAll('system:serviceaccounts:platform'), otherTo(web)])).toEqual([]);
    expect(found([half, other, boundToAll('system:serviceaccounts'), otherTo(ann)])).toEqual([]);
    const inShop = { kind: 'Group', name: 'system:serviceaccounts:shop' };
    expect(found([half, other, boundToAll('system:serviceaccounts'), otherTo(inShop)])).toEqual([
      'Group system:serviceaccounts:shop: ClusterRole operator and ClusterRole other at rules[0].resources[1]',
    ]);
  });

  it('finds nothing where no hand has both', () => {
    expect(found([half, boundToWeb])).toEqual([]);
    expect(found([half, other, boundToWeb, otherTo(account('shop', 'other'))])).toEqual([]);
    expect(found([half, other, boundToWeb, roleBinding('shop', 'ClusterRole/other', web)])).toEqual([]);
    expect(found([whole, roleBinding('shop', 'ClusterRole/operator', web)])).toEqual([]);
    expect(found([whole])).toEqual([]);
    expect(found([clusterRole('operator', [change]), boundToWeb])).toEqual([]);
  });

  it('says what is not known', () => {
    const unread = { ...otherTo(web), roleRef: new UnknownValue('the value is not set') };
    const missing = 'roleRef is not known: the value is not set';
    expect(found([half, other, boundToWeb, unread])).toEqual([missing]);
    expect(found([whole, unread])).toEqual([missing]);
    expect(found([clusterRole('operator', []), unread])).toEqual([]);
  });
});
