import { expect, it } from 'vitest';
import { judge } from '../../core/engine.ts';
import { createInventory } from '../../core/inventory.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import secretUnused from './secret-unused.ts';

const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login', namespace: 'shop' } };

/** What is missing to judge a Secret where every object of the kinds is known, or that nothing is. */
function missingWith(...kinds: readonly string[]): unknown {
  const origin = { file: '', document: 0, locate: () => [] };
  const inventory = createInventory([kubernetesResource(secret, origin, 'default')], {
    id: 'test',
    defaultNamespace: 'default',
    coverage: { claims: [{ kinds, namespace: 'shop' }], gaps: [] },
  });
  const options = { checks: [secretUnused], targetVersion: newestVersion, now: Date.parse('2026-01-01') };
  return [...judge(inventory, options)].flatMap(({ outcomes }) =>
    outcomes.map(({ verdict, missing }) => [verdict, ...missing.map(({ what }) => what)]),
  );
}

it('waits for what names Secrets beside workloads', () => {
  expect(missingWith(...workloadKinds)).toEqual([['unknown', 'no ServiceAccount of "shop" is among the inputs']]);
  expect(missingWith(...workloadKinds, 'ServiceAccount')).toEqual([
    ['unknown', 'no Ingress of "shop" is among the inputs'],
  ]);
  expect(missingWith(...workloadKinds, 'ServiceAccount', 'Ingress')).toEqual([['fail']]);
});
