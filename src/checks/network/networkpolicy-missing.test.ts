import { describe, expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import type { CompleteClaim } from '../../core/coverage.ts';
import { judge } from '../../core/engine.ts';
import { createInventory } from '../../core/inventory.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import networkpolicyMissing from './networkpolicy-missing.ts';

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } };
const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

/** What is missing to judge the namespace `shop`, or that nothing is. */
function missingWith(claims: readonly CompleteClaim[], objects: readonly Record<string, unknown>[] = [pod]): unknown {
  const origin = { file: '', document: 0, locate: () => [] };
  const inventory = createInventory(
    objects.map((object) => kubernetesResource(object, origin, 'default')),
    { id: 'test', defaultNamespace: 'default', coverage: { claims, gaps: [] } },
  );
  const options = { checks: [networkpolicyMissing], targetVersion: newestVersion, now: Date.parse('2026-01-01') };
  return [...judge(inventory, options)].flatMap(({ outcomes }) =>
    outcomes.map(({ verdict, missing }) => [verdict, ...missing.map(({ what }) => what)]),
  );
}

describe('networkpolicy-missing', () => {
  it('names the first kind of policy that was not read', () => {
    expect(missingWith([{ kinds: ['networking.k8s.io/NetworkPolicy'], namespace: undefined }])).toEqual([
      ['unknown', 'no CiliumNetworkPolicy of "shop" is among the inputs'],
    ]);
    expect(missingWith([{ kinds: undefined, namespace: 'shop' }])).toEqual([
      ['unknown', 'no AdminNetworkPolicy is among the inputs'],
    ]);
    expect(missingWith([{ kinds: undefined, namespace: undefined }])).toEqual([['fail']]);
  });

  it('does not wait for workloads that would not change the verdict', () => {
    const policies = ['NetworkPolicy', 'CiliumNetworkPolicy', 'AdminNetworkPolicy', 'BaselineAdminNetworkPolicy'];
    const others = ['ClusterNetworkPolicy', 'CiliumClusterwideNetworkPolicy', 'GlobalNetworkPolicy'];
    expect(missingWith([{ kinds: [...policies, ...others], namespace: undefined }])).toEqual([['fail']]);
  });

  it('waits for every kind of workload where it knows none', () => {
    expect(missingWith([{ kinds: ['Pod'], namespace: 'shop' }], [shop])).toEqual([
      ['unknown', 'no PodTemplate of "shop" is among the inputs'],
    ]);
    expect(missingWith([{ kinds: undefined, namespace: 'shop' }], [shop])).toEqual([]);
  });

  it('is about the namespace, shown or implied', () => {
    const yaml = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: report
`;
    const { findings } = runExample(networkpolicyMissing, { yaml, complete: true });
    expect(findings.map(({ path, fact }) => [path, fact.object, fact.field])).toEqual([
      ['metadata.name', 'Namespace shop', ''],
      ['metadata.namespace', 'Namespace default', ''],
    ]);
  });
});
