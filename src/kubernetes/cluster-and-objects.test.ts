import { expect, it } from 'vitest';
import { clusterAnd, isCluster } from './cluster-and-objects.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

it('judges the objects of a kind, and then the cluster', () => {
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };
  const inventory = inventoryOfObjects([pod, node]);
  const subject = clusterAnd('Node');
  expect([...subject.enumerate(inventory)].map((judged) => [judged.reference.kind, isCluster(judged)])).toEqual([
    ['Node', false],
    ['Cluster', true],
  ]);
  expect(inventory.resources.map((resource) => subject.covers(resource))).toEqual([false, true]);
  expect(clusterAnd('Node')).toBe(subject);
  expect(clusterAnd('Pod')).not.toBe(subject);
  expect([...subject.enumerate(inventoryOfObjects([]))]).toEqual([]);
});
