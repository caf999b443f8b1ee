import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { isMirrorPod } from './mirror-pod.ts';
import { isSystemComponent } from './system-component.ts';

describe('isSystemComponent', () => {
  it.each([
    [{ component: 'etcd' }, true],
    [{ 'k8s-app': 'kube-dns' }, true],
    [{ 'app.kubernetes.io/name': 'metrics-server' }, true],
    [{ app: 'etcd' }, false],
    [{ component: 'web' }, false],
    [undefined, false],
  ])('of the labels %j: %j', (labels, expected) => {
    expect(isSystemComponent({ labels })).toBe(expected);
  });
});

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
