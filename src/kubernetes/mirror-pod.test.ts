import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { isMirrorPod } from './mirror-pod.ts';

describe('isMirrorPod', () => {
  it.each([
    ['Pod', { 'kubernetes.io/config.mirror': 'abc' }, true],
    ['Pod', { 'kubernetes.io/config.mirror': null }, false],
    ['Pod', undefined, false],
    ['Service', { 'kubernetes.io/config.mirror': 'abc' }, false],
  ])('of a %s with %j: %j', (kind, annotations, expected) => {
    const [resource] = inventoryOfObjects([{ apiVersion: 'v1', kind, metadata: { name: 'a', annotations } }]).resources;
    expect(resource && isMirrorPod(resource)).toBe(expected);
  });
});
