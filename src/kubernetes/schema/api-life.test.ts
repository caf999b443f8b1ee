import { describe, expect, it } from 'vitest';
import { apiLife, isServed } from './api-life.ts';

describe('apiLife', () => {
  it('tells when a version comes and goes, and what takes its place', () => {
    expect(apiLife('policy/v1beta1', 'PodDisruptionBudget')).toMatchObject({
      introduced: 5,
      deprecated: 21,
      removed: 25,
      replacement: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
    });
    expect(apiLife('networking.k8s.io/v1beta1', 'IngressClass')?.replacement).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
    });
  });

  it('knows kinds whose sources are gone', () => {
    expect(apiLife('policy/v1beta1', 'PodSecurityPolicy')).toMatchObject({ removed: 25, replacement: undefined });
  });

  it('gives no end to stable kinds, and nothing for what Kubernetes never had', () => {
    expect(apiLife('apps/v1', 'Deployment')).toMatchObject({ deprecated: undefined, removed: undefined });
    expect(apiLife('example.com/v1', 'Deployment')).toBeUndefined();
  });
});

describe('isServed', () => {
  it.each([
    ['apps/v1', 'Deployment', 36, true],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 31, true],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 32, false],
    ['policy/v1beta1', 'PodSecurityPolicy', 36, false],
    ['policy/v1beta1', 'PodSecurityPolicy', 24, undefined],
    ['resource.k8s.io/v1beta2', 'ResourceClaim', 32, false],
    ['apps/v1', 'Deployment', 40, undefined],
    ['example.com/v1', 'Deployment', 36, undefined],
  ])('%s %s by 1.%i: %s', (apiVersion, kind, minor, served) => {
    expect(isServed(apiVersion, kind, { major: 1, minor })).toBe(served);
  });
});
