import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type Role, role, rule } from './role.ts';

function rolesOf(...objects: readonly JsonObject[]): Role[] {
  return [...role.enumerate(inventoryOfObjects(objects))];
}

function clusterRole(rules: unknown, metadata: JsonObject = { name: 'reader' }): JsonObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata, rules };
}

const namespaced = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name: 'deployer', namespace: 'shop' },
};

describe('role', () => {
  it('is a Role or a ClusterRole', () => {
    const views = rolesOf(
      clusterRole([]),
      { apiVersion: 'a.example/v1', kind: 'Role', metadata: { name: 'other' } },
      namespaced,
    );
    expect(views.map(({ resource, isClusterRole }) => [resource.name, isClusterRole])).toEqual([
      ['deployer', false],
      ['reader', true],
    ]);
    expect(views[0]?.reference).toMatchObject({ kind: 'rbac.authorization.k8s.io/Role', namespace: 'shop' });
    expect(views[0]?.anchor).toEqual({ resource: views[0]?.resource, path: [] });
  });

  it('goes by the names that reports use', () => {
    expect([role.name, rule.name]).toEqual(['role', 'rule']);
  });

  it('covers both kinds', () => {
    const { resources } = inventoryOfObjects([clusterRole([]), namespaced, { apiVersion: 'v1', kind: 'Pod' }]);
    expect(resources.map((resource) => role.covers(resource))).toEqual([true, true, false]);
  });

  it('is built in with the label and no wildcard of its own', () => {
    const metadata = { name: 'view', labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } };
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
    expect(rolesOf(clusterRole(rules, metadata))[0]?.isBuiltIn).toBe(true);
    expect(rolesOf(clusterRole(rules, { name: 'view' }))[0]?.isBuiltIn).toBe(false);
  });
});

describe('rule', () => {
  it('has what the rule lists, and tells its place', () => {
    const [view] = rolesOf(
      clusterRole([
        { nonResourceURLs: ['/healthz'], verbs: ['get'] },
        { apiGroups: ['', 'apps'], resources: ['pods', 7], resourceNames: ['web'], verbs: ['get', null] },
      ]),
    );
    if (view === undefined) throw new Error('no role');
    const [first, second] = [...rule.enumerate(view)];
    expect(first).toMatchObject({
      part: 'rule 1',
      verbs: ['get'],
      apiGroups: [],
      resources: [],
      resourceNames: [],
      nonResourceUrls: ['/healthz'],
    });
    expect(second).toMatchObject({
      part: 'rule 2',
      verbs: ['get', ''],
      apiGroups: ['', 'apps'],
      resources: ['pods', ''],
      resourceNames: ['web'],
      nonResourceUrls: [],
    });
    expect(second?.role).toBe(view);
    expect(second?.anchor).toEqual({ resource: view.resource, path: ['rules', 1] });
    expect(second?.at('resources', 1)).toEqual({ resource: view.resource, path: ['rules', 1, 'resources', 1] });
  });

  it.each([[undefined], [null], [{}], ['all']])('is none where rules are %j', (rules) => {
    expect(rolesOf(clusterRole(rules))[0]?.rules).toEqual([]);
  });

  it.each([[null], ['text'], [[]], [{ verbs: 'get', apiGroups: null, resources: {}, resourceNames: 1 }]])(
    'reads %j as a rule that lists nothing',
    (entry) => {
      expect(rolesOf(clusterRole([entry]))[0]?.rules).toMatchObject([
        { verbs: [], apiGroups: [], resources: [], resourceNames: [], nonResourceUrls: [] },
      ]);
    },
  );
});
