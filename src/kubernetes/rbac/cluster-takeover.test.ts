import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { heldRoleNames } from './account-rights.ts';
import { clusterPowers } from './cluster-powers.ts';
import { rolesBehind, takeoverBy } from './cluster-takeover.ts';
import { account, clusterRole, clusterRoleBinding, coreRule, namespacedRole, roleBinding } from './rbac-objects.ts';

const web = account('shop', 'web');

function rule(group: string, verbs: string, resources: string): JsonObject {
  return { ...coreRule(verbs, resources), apiGroups: [group] };
}

/** What the account can do with these rules everywhere. */
function powers(...rules: readonly JsonObject[]): string[] {
  return powersOf(clusterRole('operator', rules), clusterRoleBinding('ClusterRole/operator', web));
}

function powersOf(...objects: readonly JsonObject[]): string[] {
  const inventory = inventoryOfObjects(objects, true);
  return takeoverBy({ namespace: 'shop', name: 'web' }, inventory).powers.map(({ what }) => what);
}

const ADMISSION = 'admissionregistration.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';

describe('takeoverBy', () => {
  it.each([
    ['read Secrets', rule('', 'get', 'secrets')],
    ['read Secrets', rule('', 'list', 'secrets')],
    ['create or change workloads', rule('', 'create', 'pods')],
    ['create or change workloads', rule('', 'patch', 'replicationcontrollers')],
    ['create or change workloads', rule('apps', 'create', 'deployments')],
    ['create or change workloads', rule('apps', 'create', 'statefulsets')],
    ['create or change workloads', rule('apps', 'create', 'daemonsets')],
    ['create or change workloads', rule('apps', 'create', 'replicasets')],
    ['create or change workloads', rule('batch', 'patch', 'jobs')],
    ['create or change workloads', rule('batch', 'patch', 'cronjobs')],
    ['run commands in pods', rule('', 'create', 'pods/exec')],
    ['run commands in pods', rule('', 'get', 'pods/attach')],
    ['run commands in pods', rule('', 'patch', 'pods/ephemeralcontainers')],
    ['mint tokens of service accounts', rule('', 'create', 'serviceaccounts/token')],
    ['impersonate others', rule('', 'impersonate', 'groups')],
    ['impersonate others', rule('authentication.k8s.io', 'impersonate', 'userextras/scopes')],
    ['give itself rights', rule('rbac.authorization.k8s.io', 'bind', 'clusterroles')],
    ['give itself rights', rule('rbac.authorization.k8s.io', 'escalate', 'roles')],
    ['reach kubelets', rule('', 'get', 'nodes/proxy')],
    ['change admission', rule(ADMISSION, 'patch', 'mutatingwebhookconfigurations')],
    ['change admission', rule(ADMISSION, 'delete', 'validatingadmissionpolicybindings')],
    ['create persistent volumes', rule('', 'create', 'persistentvolumes')],
  ])('can %s with %j', (what, one) => {
    expect(powers(one)).toEqual([what]);
  });

  it.each([
    [rule('', 'get,list', 'configmaps,pods,nodes')],
    [rule('', 'create', 'pods/eviction,persistentvolumeclaims')],
    [rule('apps', 'get', 'deployments')],
    [rule('', 'watch', 'secrets')],
    [rule('', 'create', 'podtemplates')],
    [rule('', 'update', 'podtemplates')],
  ])('can do nothing with %j', (one) => {
    expect(powers(one)).toEqual([]);
  });

  it('needs both halves to approve certificates, of one role or of two', () => {
    const approval = rule(CERTIFICATES, 'update', 'certificatesigningrequests/approval');
    const approve = rule(CERTIFICATES, 'approve', 'signers');
    expect(powers(approval)).toEqual([]);
    expect(powers(approve)).toEqual([]);
    expect(powers(approval, approve)).toEqual(['approve certificates']);
    const two = [clusterRole('one', [approval]), clusterRole('two', [approve])];
    const bindings = ['one', 'two'].map((name) => clusterRoleBinding(`ClusterRole/${name}`, web));
    expect(powersOf(...two, ...bindings)).toEqual(['approve certificates']);
  });

  it('has every power with everything', () => {
    expect(powers(rule('*', '*', '*'))).toEqual(clusterPowers.map(({ what }) => what));
  });

  it('counts kube-system, without what lies in no namespace', () => {
    const everything = [rule('*', '*', '*')];
    const inKubeSystem = roleBinding('kube-system', 'Role/all', web);
    const found = powersOf(namespacedRole('kube-system', 'all', everything), inKubeSystem);
    expect(found).toEqual([
      'read Secrets',
      'create or change workloads',
      'run commands in pods',
      'mint tokens of service accounts',
      'impersonate others',
      'give itself rights',
    ]);
    const inShop = roleBinding('shop', 'ClusterRole/all', web);
    expect(powersOf(clusterRole('all', everything), inShop)).toEqual([]);
  });

  it('counts the groups of every account', () => {
    const binding = clusterRoleBinding('ClusterRole/all', { kind: 'Group', name: 'system:serviceaccounts' });
    expect(powersOf(clusterRole('all', [rule('', 'get', 'secrets')]), binding)).toEqual(['read Secrets']);
  });

  it('answers once for an account, with the roles behind and what is missing', () => {
    const inventory = inventoryOfObjects([
      clusterRole('operator', [rule('', 'get', 'secrets')]),
      clusterRoleBinding('ClusterRole/operator', web),
    ]);
    const answer = takeoverBy({ namespace: 'shop', name: 'web' }, inventory);
    expect(takeoverBy({ namespace: 'shop', name: 'web' }, inventory)).toBe(answer);
    expect(takeoverBy({ namespace: 'shop', name: 'other' }, inventory).powers).toEqual([]);
    expect(heldRoleNames(rolesBehind(answer.powers))).toBe('ClusterRole operator');
    expect(answer.missing.map(({ what }) => what)).toEqual([
      'perhaps not every ClusterRoleBinding is among the inputs',
      'no RoleBinding of "kube-system" is among the inputs',
    ]);
  });
});
