import { expect, it } from 'vitest';
import type { CompleteClaim } from '../../core/coverage.ts';
import { judge } from '../../core/engine.ts';
import { createInventory } from '../../core/inventory.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import serviceAccountUnused from './service-account-unused.ts';

const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'shop' } };

/** What is missing to judge an account of the namespace `shop`, or that nothing is. */
function missingWith(...claims: readonly CompleteClaim[]): unknown {
  const origin = { file: '', document: 0, locate: () => [] };
  const inventory = createInventory([kubernetesResource(account, origin, 'default')], {
    id: 'test',
    defaultNamespace: 'default',
    coverage: { claims, gaps: [] },
  });
  const options = { checks: [serviceAccountUnused], targetVersion: newestVersion, now: Date.parse('2026-01-01') };
  return [...judge(inventory, options)].flatMap(({ outcomes }) =>
    outcomes.map(({ verdict, missing }) => [verdict, ...missing.map(({ what }) => what)]),
  );
}

it('waits for the bindings of every namespace', () => {
  const shop = { kinds: undefined, namespace: 'shop' };
  const bindings = ['RoleBinding', 'ClusterRoleBinding'];
  expect(missingWith(shop)).toEqual([['unknown', 'no RoleBinding is among the inputs']]);
  expect(missingWith(shop, { kinds: bindings, namespace: undefined })).toEqual([['fail']]);
});
