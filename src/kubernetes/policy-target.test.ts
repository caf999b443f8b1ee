import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podIndexOf } from './pod-index.ts';
import { policyTargetsOf, targetHolds } from './policy-target.ts';

const spec = { serviceAccountName: 'web', containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const cluster: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } }, spec },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'db', namespace: 'data', labels: { app: 'db' } }, spec },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } },
  { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one', labels: { zone: 'a' } } },
];

function holds(policy: JsonObject, objects = cluster): unknown[] {
  const inventory = inventoryOfObjects([...objects, { metadata: { name: 'p', namespace: 'shop' }, ...policy }]);
  const resource = inventory.resources.at(-1);
  if (resource === undefined) return [];
  return policyTargetsOf(resource).map((target) => {
    const truth = targetHolds(target, resource.namespace, podIndexOf(inventory), inventory);
    return [formatPath(target.path), truth.is === 'unknown' ? truth.missing : truth.is];
  });
}

const web = { matchLabels: { app: 'web' } };
const db = { matchLabels: { app: 'db' } };

function networkPolicy(podSelector: unknown): JsonObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    spec: { podSelector },
  };
}

function clusterPolicy(subject: JsonObject): JsonObject {
  return {
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: 'AdminNetworkPolicy',
    spec: { subject },
  };
}

function cilium(kind: string, content: JsonObject): JsonObject {
  return { apiVersion: 'cilium.io/v2', kind, ...content };
}

describe('targetHolds', () => {
  it('of a NetworkPolicy looks at the pods of its namespace', () => {
    expect([web, db, {}, undefined].map((selector) => holds(networkPolicy(selector)))).toEqual([
      [['spec.podSelector', 'yes']],
      [['spec.podSelector', 'no']],
      [['spec.podSelector', 'yes']],
      [],
    ]);
  });

  it('does not know what pods with hidden labels are', () => {
    const labels = { app: new UnknownValue('a variable') };
    const hidden = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', namespace: 'shop', labels }, spec };
    expect(holds(networkPolicy(db), [hidden])).toEqual([
      ['spec.podSelector', ['Pod shop/x: metadata.labels.app is not known: a variable']],
    ]);
  });

  it.each([
    [{ namespaces: {} }, 'spec.subject.namespaces', 'yes'],
    [{ namespaces: { matchLabels: { team: 'sales' } } }, 'spec.subject.namespaces', 'yes'],
    [{ namespaces: { matchLabels: { 'kubernetes.io/metadata.name': 'none' } } }, 'spec.subject.namespaces', 'no'],
    [
      { namespaces: { matchLabels: { team: 'ops' } } },
      'spec.subject.namespaces',
      ['no Namespace "data" is among the inputs'],
    ],
    [{ pods: { namespaceSelector: {}, podSelector: {} } }, 'spec.subject.pods', 'yes'],
    [{ pods: { namespaceSelector: {}, podSelector: db } }, 'spec.subject.pods', 'yes'],
    [
      { pods: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }, podSelector: db } },
      'spec.subject.pods',
      'no',
    ],
  ])('of a policy of the cluster with %j', (subject, path, expected) => {
    expect(holds(clusterPolicy(subject))).toEqual([[path, expected]]);
  });

  it.each([
    [{ matchLabels: { 'k8s:app': 'web' } }, 'yes'],
    [{ matchExpressions: [{ key: 'any:app', operator: 'In', values: ['web'] }] }, 'yes'],
    [db, 'no'],
    [{}, 'yes'],
    [{ matchLabels: { app: 'web', 'io.cilium.k8s.policy.serviceaccount': 'web' } }, 'yes'],
    [{ matchLabels: { app: 'web', 'io.cilium.k8s.policy.serviceaccount': 'api' } }, 'no'],
    [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'shop' } }, 'yes'],
    [{ matchLabels: { 'reserved:host': '' } }, ['whether a pod has the label reserved:host is not evaluated']],
  ])('of a policy of Cilium with the selector %j', (endpointSelector, expected) => {
    expect(holds(cilium('CiliumNetworkPolicy', { spec: { endpointSelector } }))).toEqual([
      ['spec.endpointSelector', expected],
    ]);
  });

  it('of a cluster-wide policy of Cilium looks at every namespace and at nodes', () => {
    const specs = [{ endpointSelector: db }, { nodeSelector: { matchLabels: { zone: 'b' } } }];
    const nodeSelector = { matchLabels: { zone: 'a' } };
    expect(holds(cilium('CiliumClusterwideNetworkPolicy', { spec: { nodeSelector }, specs }))).toEqual([
      ['spec.nodeSelector', 'yes'],
      ['specs[0].endpointSelector', 'yes'],
      ['specs[1].nodeSelector', 'no'],
    ]);
  });
});
