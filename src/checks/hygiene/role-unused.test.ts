import { expect, it } from 'vitest';
import type { CompleteClaim } from '../../core/coverage.ts';
import { judge } from '../../core/engine.ts';
import { createInventory } from '../../core/inventory.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import roleUnused from './role-unused.ts';

/** What is missing to judge a role of the kind, or that nothing is. */
function missingWith(kind: string, ...claims: readonly CompleteClaim[]): unknown {
  const origin = { file: '', document: 0, locate: () => [] };
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'read', namespace: 'shop' } };
  const inventory = createInventory([kubernetesResource(role, origin, 'default')], {
    id: 'test',
    defaultNamespace: 'default',
    coverage: { claims, gaps: [] },
  });
  const options = { checks: [roleUnused], targetVersion: newestVersion, now: Date.parse('2026-01-01') };
  return [...judge(inventory, options)].flatMap(({ outcomes }) =>
    outcomes.map(({ verdict, missing }) => [verdict, ...missing.map(({ what }) => what)]),
  );
}

it('waits for the bindings of the namespace of a Role', () => {
  expect(missingWith('Role', { kinds: undefined, namespace: 'shop' })).toEqual([['fail']]);
  expect(missingWith('Role', { kinds: undefined, namespace: 'bank' })).toEqual([
    ['unknown', 'no RoleBinding of "shop" is among the inputs'],
  ]);
});

it('waits for all bindings of a ClusterRole, and for what may aggregate it', () => {
  const kinds = ['RoleBinding', 'ClusterRoleBinding'];
  expect(missingWith('ClusterRole', { kinds, namespace: undefined })).toEqual([
    ['unknown', 'perhaps not every ClusterRole is among the inputs'],
  ]);
  expect(missingWith('ClusterRole', { kinds: [...kinds, 'ClusterRole'], namespace: undefined })).toEqual([['fail']]);
  expect(missingWith('ClusterRole', { kinds: undefined, namespace: 'shop' })).toEqual([
    ['unknown', 'no RoleBinding is among the inputs'],
  ]);
});
