import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../core/check.ts';
import { judge } from '../../core/engine.ts';
import type { JsonObject } from '../../core/json.ts';
import { fillMessage } from '../../core/message.ts';
import { formatPath } from '../../core/path.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { role, rule } from '../role.ts';
import { newestVersion } from '../version.ts';
import type { Grant } from './grant.ts';
import { account, clusterRole, clusterRoleBinding, coreRule, roleBinding } from './rbac-objects.ts';
import { grantMessages, grantReads, reportGrants } from './report-grants.ts';

const RBAC = 'rbac.authorization.k8s.io';

function found(wanted: readonly Grant[], objects: readonly JsonObject[], complete = true): string[] {
  const check = defineCheck({
    id: 'sample',
    on: role,
    each: rule,
    severity: 'low',
    reads: grantReads,
    title: 'Sample',
    why: 'It is.',
    advice: 'Do.',
    messages: grantMessages,
    evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  });
  const options = { checks: [check], targetVersion: newestVersion, now: 0 };
  const outcomes = [...judge(inventoryOfObjects(objects, complete), options)].flatMap((judged) => judged.outcomes);
  return outcomes.flatMap(({ failures, missing }) => [
    ...failures.map(({ at, fact, data, assuming }) =>
      [formatPath(at.path), formatPath(fact.path), fillMessage(grantMessages.granted, data), ...assuming].join(' | '),
    ),
    ...missing.map(({ what }) => what),
  ]);
}

const create = (resources: string, group = RBAC): Grant => ({
  verbs: ['create'],
  group,
  resources: resources.split(','),
});
const both = [create('clusterroles,roles')];
const operator = clusterRole('operator', [
  { apiGroups: [RBAC], resources: ['clusterroles', 'roles'], verbs: ['get', 'create'] },
]);
const everywhere = clusterRoleBinding('ClusterRole/operator', account('shop', 'web'));
const inShop = roleBinding('shop', 'ClusterRole/operator', { kind: 'User', name: 'ann' });

describe('reportGrants', () => {
  it('reports a rule once, with all that it grants', () => {
    expect(found(both, [operator], false)).toEqual([
      'rules[0].resources[0] | rules[0] | grants its holders create on clusterroles and roles | something binds the role',
    ]);
    expect(found(both, [operator, everywhere])).toEqual([
      'rules[0].resources[0] | rules[0] | grants ServiceAccount shop/web create on clusterroles and roles',
    ]);
  });

  it('leaves out what lies in no namespace where only RoleBindings give it', () => {
    const line = 'rules[0].resources[1] | rules[0] | grants User ann create on roles';
    expect(found(both, [operator, inShop])).toEqual([line]);
    expect(found(both, [operator, inShop], false)).toEqual([line]);
    expect(found([create('clusterroles')], [operator, inShop])).toEqual([]);
  });

  it('names everyone who holds any of it', () => {
    expect(found(both, [operator, everywhere, inShop])).toEqual([
      'rules[0].resources[0] | rules[0] | grants User ann and ServiceAccount shop/web create on clusterroles and roles',
    ]);
  });

  it('passes what nobody holds, and built-in rules', () => {
    expect(found(both, [operator])).toEqual([]);
    const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
    const everything = [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['*'] },
    ];
    expect(found(both, [clusterRole('cluster-admin', everything, {}, labels)], false)).toEqual([]);
  });

  it('says in words what a wildcard covers, and cuts long lists', () => {
    const wild = clusterRole('operator', [coreRule('get,*', 'pods,*')]);
    expect(found([create('secrets', '')], [wild, everywhere])).toEqual([
      'rules[0].resources[1] | rules[0] | grants ServiceAccount shop/web every verb on every resource',
    ]);
    const names = 'a,b,c,d,e,f,g,h,i,j';
    const many = clusterRole('operator', [coreRule('create', names)]);
    expect(found([create(names, '')], [many, everywhere])).toEqual([
      'rules[0].resources[0] | rules[0] | grants ServiceAccount shop/web create on a, b, c, d, e, f, g, h and 2 others',
    ]);
  });

  it('goes by the resource that a rule names, where any of a group is asked for', () => {
    const policies = { apiGroups: ['kyverno.io'], resources: ['clusterpolicies', 'policies'], verbs: ['create'] };
    expect(found([create('*', 'kyverno.io')], [clusterRole('operator', [policies]), inShop])).toEqual([
      'rules[0].resources[1] | rules[0] | grants User ann create on policies',
    ]);
  });

  it('names the objects that make a rule count, where it counts only for them', () => {
    const resourceNames = ['web', 'admin', 'edit', 'admin'];
    const named = clusterRole('operator', [{ ...coreRule('get,create', 'pods'), resourceNames }]);
    const powerful = { withNames: (names: readonly string[]) => names.some((name) => name !== 'web') };
    const get: Grant = { verbs: ['get'], group: '', resources: ['pods'], ...powerful };
    expect(found([get], [named, everywhere])).toEqual([
      'rules[0].resources[0] | rules[0] | grants ServiceAccount shop/web get on pods named admin and edit',
    ]);
    expect(found([get, create('pods', '')], [named, everywhere])).toEqual([
      'rules[0].resources[0] | rules[0] | grants ServiceAccount shop/web get and create on pods',
    ]);
  });

  it('keeps to the scope that is asked for', () => {
    const pods = clusterRole('operator', [coreRule('create', 'pods')]);
    const inKubeSystem = roleBinding('kube-system', 'ClusterRole/operator', { kind: 'User', name: 'ann' });
    const wanted = [{ ...create('pods', ''), scope: { namespace: 'kube-system' } }];
    expect(found(wanted, [pods, inShop])).toEqual([]);
    expect(found(wanted, [pods, inShop, inKubeSystem])).toEqual([
      'rules[0].resources[0] | rules[0] | grants User ann create on pods',
    ]);
    expect(found([{ ...create('pods', ''), scope: 'cluster' }], [pods, inKubeSystem])).toEqual([]);
  });
});
