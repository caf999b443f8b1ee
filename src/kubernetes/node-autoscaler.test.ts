import { expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { showsNodeAutoscaler } from './node-autoscaler.ts';

it('knows Karpenter by its pools, and autoscalers by the names of their Deployments and pods', () => {
  const deployments = ['karpenter', 'aws-cluster-autoscaler', 'autoscaler', 'web'].map((name) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
  }));
  const pool = { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata: { name: 'usual' } };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cluster-autoscaler-7d4f-x2x' } };
  const shown = [...deployments, pool, pod].map((object) => showsNodeAutoscaler(inventoryOfObjects([object])));
  expect(shown).toEqual([true, true, false, false, true, true]);
});
