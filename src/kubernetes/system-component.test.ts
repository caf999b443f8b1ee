import { describe, expect, it } from 'vitest';
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
