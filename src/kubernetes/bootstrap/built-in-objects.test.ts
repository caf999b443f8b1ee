import { describe, expect, it } from 'vitest';
import type { Version } from '../../core/check.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { kubernetesResource } from '../resource.ts';
import { newestVersion } from '../version.ts';
import { bootstrapMinors, objectLines, ruleLines } from './bootstrap.generated.ts';
import { bootstrapObject, bootstrapObjects, isBootstrapBinding, isBootstrapRole } from './built-in-objects.ts';

const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';
const CLUSTER_ROLE_BINDING = 'rbac.authorization.k8s.io/ClusterRoleBinding';
const ROLE = 'rbac.authorization.k8s.io/Role';

const metadata = {
  labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
  annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
};

function release(minor: number): Version {
  return { major: 1, minor };
}

function clusterRole(name: string, minor: number): JsonObject {
  const content = bootstrapObject(CLUSTER_ROLE, name, undefined, release(minor));
  if (content === undefined) throw new Error(`1.${minor} has no ${name}`);
  return content;
}

function rulesOf(name: string, minor: number): readonly unknown[] {
  return asList(clusterRole(name, minor)['rules']);
}

function resource(content: JsonObject, changes: JsonObject = {}): Resource {
  const origin = { file: '', document: 0, locate: () => [] };
  return kubernetesResource({ ...content, ...changes }, origin, 'default');
}

describe('the generated lines', () => {
  it('are of the versions that are known', () => {
    expect(bootstrapMinors).toEqual({ from: 31, to: newestVersion.minor });
  });

  it('hold no rule and no object twice', () => {
    const rules = ruleLines.trim().split('\n');
    const objects = objectLines.trim().split('\n');
    expect([rules.length, objects.length]).toEqual([230, 169]);
    expect([new Set(rules).size, new Set(objects).size]).toEqual([230, 169]);
  });

  it.each([
    [31, 64, 45],
    [32, 64, 45],
    [33, 66, 47],
    [34, 68, 49],
    [35, 68, 49],
    [36, 69, 50],
  ])('have the cluster roles and bindings of 1.%i', (minor, roles, bindings) => {
    const kinds = objectLines
      .trim()
      .split('\n')
      .map((line) => /^(\w+) \S+ (\d+)-(\d+)/.exec(line) ?? [])
      .filter(([, , from, to]) => Number(from) <= minor && minor <= Number(to))
      .map(([, kind]) => kind);
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect(
      ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'Namespace', 'PriorityClass'].map(count),
    ).toEqual([roles, bindings, 7, 7, 4, 2]);
  });
});

describe('bootstrapObject', () => {
  it('finds a cluster role', () => {
    expect(bootstrapObject(CLUSTER_ROLE, 'cluster-admin', undefined, newestVersion)).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'cluster-admin', ...metadata },
      rules: [
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
        { nonResourceURLs: ['*'], verbs: ['*'] },
      ],
    });
  });

  it('finds a role in its namespace alone', () => {
    const name = 'extension-apiserver-authentication-reader';
    expect(bootstrapObject(ROLE, name, 'kube-system', newestVersion)).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name, namespace: 'kube-system', ...metadata },
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['extension-apiserver-authentication'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    });
    expect(bootstrapObject(ROLE, name, 'shop', newestVersion)).toBeUndefined();
    expect(bootstrapObject(ROLE, name, undefined, newestVersion)).toBeUndefined();
    expect(bootstrapObject(CLUSTER_ROLE, 'view', 'kube-system', newestVersion)).toBeUndefined();
  });

  it('finds bindings', () => {
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' };
    expect(bootstrapObject(CLUSTER_ROLE_BINDING, 'cluster-admin', undefined, newestVersion)).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'cluster-admin', ...metadata },
      roleRef,
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:masters' }],
    });
    const kind = 'rbac.authorization.k8s.io/RoleBinding';
    expect(bootstrapObject(kind, 'system:controller:token-cleaner', 'kube-system', newestVersion)).toMatchObject({
      roleRef: { kind: 'Role', name: 'system:controller:token-cleaner' },
      subjects: [{ kind: 'ServiceAccount', name: 'token-cleaner', namespace: 'kube-system' }],
    });
  });

  it('finds namespaces and priority classes', () => {
    for (const name of ['default', 'kube-node-lease', 'kube-public', 'kube-system']) {
      expect(bootstrapObject('Namespace', name, undefined, newestVersion)).toEqual({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      });
    }
    const values = ['system-cluster-critical', 'system-node-critical'].map(
      (name) => bootstrapObject('scheduling.k8s.io/PriorityClass', name, undefined, newestVersion)?.['value'],
    );
    expect(values).toEqual([2_000_000_000, 2_000_001_000]);
  });

  it.each([
    [CLUSTER_ROLE, 'no-such-role'],
    ['ClusterRole', 'view'],
    ['example.org/ClusterRole', 'view'],
    ['example.org/Namespace', 'default'],
    ['PriorityClass', 'system-node-critical'],
    ['Pod', 'view'],
    ['', ''],
    [CLUSTER_ROLE, 'constructor'],
    [CLUSTER_ROLE, 'view\n'],
    [CLUSTER_ROLE, 'view 31-36'],
    [ROLE, 'kube-system/system:controller:token-cleaner'],
  ])('has no %s %s', (kind, name) => {
    expect(bootstrapObject(kind, name, undefined, newestVersion)).toBeUndefined();
  });

  it('tells what a version has', () => {
    const name = 'system:controller:device-taint-eviction-controller';
    const having = [31, 32, 33, 34, 35, 36].map(
      (minor) => bootstrapObject(CLUSTER_ROLE, name, undefined, release(minor)) !== undefined,
    );
    expect(having).toEqual([false, false, false, false, false, true]);
    const extra = { apiGroups: ['resource.k8s.io'], resources: ['resourceclaims'], verbs: ['get', 'list', 'watch'] };
    expect(rulesOf('system:aggregate-to-view', 33)).not.toContainEqual(extra);
    expect(rulesOf('system:monitoring', 33)).toHaveLength(1);
    expect(rulesOf('system:monitoring', 34)).toHaveLength(2);
  });

  it('takes the nearest version for one that is not known', () => {
    const name = 'system:kube-scheduler';
    expect(clusterRole(name, 20)).toBe(clusterRole(name, 31));
    expect(clusterRole(name, 99)).toBe(clusterRole(name, 36));
    expect(bootstrapObject(CLUSTER_ROLE, name, undefined, { major: 2, minor: 0 })).toBe(clusterRole(name, 36));
    expect(bootstrapObject(CLUSTER_ROLE, name, undefined, { major: 0, minor: 36 })).toBe(clusterRole(name, 31));
  });

  it('fills aggregated roles with the rules that they gather', () => {
    const label = 'rbac.authorization.k8s.io/aggregate-to-view';
    expect(clusterRole('view', 36)).toMatchObject({
      metadata: { labels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } },
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [label]: 'true' } }] },
    });
    for (const minor of [31, 34, 36]) {
      expect(rulesOf('view', minor)).toEqual(rulesOf('system:aggregate-to-view', minor));
      expect(rulesOf('edit', minor)).toEqual([
        ...rulesOf('system:aggregate-to-edit', minor),
        ...rulesOf('view', minor),
      ]);
      expect(rulesOf('admin', minor)).toEqual([
        ...rulesOf('edit', minor),
        ...rulesOf('system:aggregate-to-admin', minor),
      ]);
    }
    expect([31, 34, 36].map((minor) => rulesOf('admin', minor).length)).toEqual([25, 27, 29]);
  });
});

describe('bootstrapObjects', () => {
  it('finds the contents of all versions, oldest first', () => {
    const counts = bootstrapObjects(CLUSTER_ROLE, 'system:monitoring', undefined).map(
      ({ rules }) => asList(rules).length,
    );
    expect(counts).toEqual([1, 2, 2]);
    expect(bootstrapObjects(CLUSTER_ROLE, 'cluster-admin', undefined)).toEqual([clusterRole('cluster-admin', 36)]);
    expect(bootstrapObjects(CLUSTER_ROLE, 'other', undefined)).toEqual([]);
  });
});

describe('isBootstrapRole', () => {
  const everyName = objectLines
    .trim()
    .split('\n')
    .map((line) => line.split(' ').slice(0, 2).join(' '));

  it.each([31, 32, 33, 34, 35, 36])('is true of every role, and a binding likewise, of 1.%i', (minor) => {
    for (const title of new Set(everyName)) {
      const [kind = '', path = ''] = title.split(' ');
      const [name = '', namespace] = path.split('/').toReversed();
      const content = bootstrapObject(`rbac.authorization.k8s.io/${kind}`, name, namespace, release(minor));
      if (content === undefined) continue;
      const judged = resource(content);
      const isBinding = kind.endsWith('Binding');
      expect([title, isBootstrapRole(judged, release(minor))]).toEqual([title, !isBinding]);
      expect([title, isBootstrapBinding(judged, release(minor))]).toEqual([title, isBinding]);
    }
  });

  it('takes the rules in any order', () => {
    const shipped = clusterRole('system:kube-scheduler', 36);
    const rules = asList(shipped['rules']).toReversed();
    expect(isBootstrapRole(resource(shipped, { rules }), newestVersion)).toBe(true);
  });

  it('is false of the content of another version', () => {
    const shipped = resource(clusterRole('system:kube-scheduler', 31));
    expect([31, 32, 36].map((minor) => isBootstrapRole(shipped, release(minor)))).toEqual([true, false, false]);
  });

  it('is false without the label of the API server', () => {
    const shipped = clusterRole('cluster-admin', 36);
    const without = [undefined, {}, { 'kubernetes.io/bootstrapping': 'other' }].map((labels) => ({
      metadata: { name: 'cluster-admin', labels },
    }));
    expect(without.map((changes) => isBootstrapRole(resource(shipped, changes), newestVersion))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is false of a copy under another name, kind or namespace', () => {
    const shipped = clusterRole('cluster-admin', 36);
    const renamed = { ...asObject(shipped['metadata']), name: 'my-admin' };
    const placed = { ...asObject(shipped['metadata']), namespace: 'kube-system' };
    expect(isBootstrapRole(resource(shipped, { metadata: renamed }), newestVersion)).toBe(false);
    expect(isBootstrapRole(resource(shipped, { kind: 'Role', metadata: placed }), newestVersion)).toBe(false);
  });

  it('is false of more rules, and of fewer', () => {
    const shipped = clusterRole('system:kube-dns', 36);
    const rules = asList(shipped['rules']);
    const more = [...rules, { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }];
    for (const changed of [more, rules.slice(1), undefined, null, 'all']) {
      expect(isBootstrapRole(resource(shipped, { rules: changed }), newestVersion)).toBe(false);
    }
  });

  it('takes an aggregated role before and after it is filled', () => {
    const shipped = clusterRole('view', 36);
    const rules = asList(shipped['rules']);
    const gathered = [...rules, { apiGroups: ['example.org'], resources: ['widgets'], verbs: ['get'] }];
    const verdicts = [null, undefined, [], rules.toReversed(), gathered, rules.slice(1)].map((changed) =>
      isBootstrapRole(resource(shipped, { rules: changed }), newestVersion),
    );
    expect(verdicts).toEqual([true, true, true, true, false, false]);
  });

  it('is false where other roles are gathered than the release gathers', () => {
    const every = { clusterRoleSelectors: [{ matchLabels: {} }] };
    const label = { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' };
    const odd = [
      {},
      'all',
      7n,
      { clusterRoleSelectors: 7n },
      { clusterRoleSelectors: [7n, { matchLabels: 7n }] },
      { clusterRoleSelectors: [{ matchLabels: label }, { matchLabels: {} }] },
      { clusterRoleSelectors: [{ matchLabels: { ...label, other: 'true' } }] },
      { clusterRoleSelectors: [{ matchLabels: label, matchExpressions: [7n] }] },
    ];
    for (const aggregationRule of odd) {
      const altered = resource(clusterRole('view', 36), { aggregationRule });
      expect(isBootstrapRole(altered, newestVersion)).toBe(false);
    }
    const view = resource(clusterRole('view', 36), { aggregationRule: every });
    const plain = resource(clusterRole('system:kube-dns', 36), { aggregationRule: every });
    const without = resource(clusterRole('view', 36), { aggregationRule: null });
    expect([view, plain, without].map((judged) => isBootstrapRole(judged, newestVersion))).toEqual([
      false,
      false,
      false,
    ]);
    const unset = resource(clusterRole('system:kube-dns', 36), { aggregationRule: null });
    expect(isBootstrapRole(unset, newestVersion)).toBe(true);
  });
});

describe('isBootstrapBinding', () => {
  it('is false of a binding that was altered', () => {
    const shipped = bootstrapObject(CLUSTER_ROLE_BINDING, 'system:basic-user', undefined, newestVersion) ?? {};
    const subjects = [...asList(shipped['subjects']), { kind: 'Group', name: 'system:unauthenticated' }];
    expect(isBootstrapBinding(resource(shipped), newestVersion)).toBe(true);
    expect(isBootstrapBinding(resource(shipped, { subjects }), newestVersion)).toBe(false);
    expect(isBootstrapBinding(resource(shipped, { metadata: { name: 'system:basic-user' } }), newestVersion)).toBe(
      false,
    );
    expect(isBootstrapRole(resource(shipped), newestVersion)).toBe(false);
  });
});
