import { describe, expect, it } from 'vitest';
import { isAggregated } from './aggregation.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';

function aggregated(kind: string, labels: Record<string, string>): boolean {
  const owner = {
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name: 'monitoring' },
    aggregationRule: { clusterRoleSelectors: ['damaged', { matchLabels: { part: 'monitoring' } }] },
  };
  const inventory = inventoryOfObjects([{ apiVersion, kind, metadata: { name: 'read', labels } }, owner]);
  const [role] = inventory.resources;
  return role !== undefined && isAggregated(role, inventory);
}

describe('isAggregated', () => {
  it.each([
    ['ClusterRole', { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' }, true],
    ['ClusterRole', { 'rbac.authorization.k8s.io/aggregate-to-view': 'false' }, false],
    ['ClusterRole', { part: 'monitoring' }, true],
    ['ClusterRole', { part: 'shop' }, false],
    ['Role', { part: 'monitoring' }, false],
    ['Role', { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' }, true],
  ])('of a %s with %j: %j', (kind, labels, expected) => {
    expect(aggregated(kind, labels)).toBe(expected);
  });
});
