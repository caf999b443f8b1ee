import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { boundsCompute } from './resource-quota.ts';

function bounds(...specs: readonly JsonObject[]): boolean {
  const objects = specs.map((spec) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: {}, spec }));
  return boundsCompute(inventoryOfObjects(objects).ofKind('ResourceQuota'));
}

describe('boundsCompute', () => {
  it('wants requests of CPU and memory, in one quota or in several', () => {
    expect(bounds({ hard: { cpu: 1, memory: '1Gi' } })).toBe(true);
    expect(bounds({ hard: { 'requests.cpu': 1 } }, { hard: { 'requests.memory': '1Gi' } })).toBe(true);
    expect(bounds({ hard: { cpu: 1, 'limits.memory': '1Gi' } })).toBe(false);
    expect(bounds({ hard: { cpu: 1, memory: null } })).toBe(false);
    expect(bounds()).toBe(false);
  });

  it('does not count quotas that leave some pods free', () => {
    const hard = { cpu: 1, memory: '1Gi' };
    expect(bounds({ hard, scopes: [] })).toBe(true);
    expect(bounds({ hard, scopes: ['Terminating'] })).toBe(false);
    expect(bounds({ hard, scopeSelector: {} })).toBe(false);
  });
});
