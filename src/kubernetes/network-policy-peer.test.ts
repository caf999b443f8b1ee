import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { peerExists, peersOf } from './network-policy-peer.ts';
import { podIndexOf } from './pod-index.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const cluster: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'empty', labels: { team: 'ops' } } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } }, spec },
];

function peers(spec_: JsonObject, objects = cluster): unknown[] {
  const metadata = { name: 'web', namespace: 'shop' };
  const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: spec_ };
  const inventory = inventoryOfObjects([...objects, policy]);
  const resource = inventory.resources.at(-1);
  if (resource === undefined) return [];
  return peersOf(resource).map((peer) => {
    const truth = peerExists(peer, 'shop', podIndexOf(inventory), inventory);
    return [formatPath(peer.path), truth.is === 'unknown' ? truth.missing : truth.is];
  });
}

const web = { matchLabels: { app: 'web' } };
const none = { matchLabels: { app: 'none' } };
const sales = { matchLabels: { team: 'sales' } };
const ops = { matchLabels: { team: 'ops' } };

describe('peerExists', () => {
  it.each([
    [{ podSelector: web }, 'yes'],
    [{ podSelector: none }, 'no'],
    [{ podSelector: {} }, 'yes'],
    [{ namespaceSelector: {} }, 'yes'],
    [{ namespaceSelector: sales }, 'yes'],
    [{ namespaceSelector: ops }, 'yes'],
    [{ namespaceSelector: none }, 'no'],
    [{ namespaceSelector: ops, podSelector: {} }, 'yes'],
    [{ namespaceSelector: ops, podSelector: web }, 'no'],
    [{ namespaceSelector: sales, podSelector: web }, 'yes'],
    [{ namespaceSelector: {}, podSelector: none }, 'no'],
    [{ ipBlock: { cidr: '10.0.0.0/8' } }, 'yes'],
  ])('of %j: %s', (peer, expected) => {
    expect(peers({ ingress: [{ from: [peer] }] })).toEqual([['spec.ingress[0].from[0]', expected]]);
  });

  it('does not know the labels of a namespace that is only implied', () => {
    const [pod] = cluster.slice(2);
    expect(peers({ egress: [{}, { to: [{ namespaceSelector: sales }] }] }, pod ? [pod] : [])).toEqual([
      ['spec.egress[1].to[0]', ['no Namespace "shop" is among the inputs']],
    ]);
  });
});
