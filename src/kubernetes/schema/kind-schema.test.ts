import { describe, expect, it } from 'vitest';
import { schemaOfKind } from './kind-schema.ts';

const v36 = { major: 1, minor: 36 };

describe('schemaOfKind', () => {
  it('is that of the version that the object names', () => {
    expect(schemaOfKind('apps/v1', 'Deployment', v36)?.schema.name).toBe('apps.v1.Deployment');
  });

  it.each([
    ['policy/v1beta1', 'PodDisruptionBudget', 'policy.v1.PodDisruptionBudget'],
    ['extensions/v1beta1', 'Deployment', 'apps.v1.Deployment'],
    ['flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema', 'flowcontrol.v1.FlowSchema'],
  ])('of %s %s, which is gone, is %s', (apiVersion, kind, name) => {
    expect(schemaOfKind(apiVersion, kind, v36)?.schema.name).toBe(name);
  });

  it.each([
    ['policy/v1beta1', 'PodSecurityPolicy'],
    ['shop.example/v1', 'Order'],
    ['apps/v1', 'Pod'],
  ])('of %s %s there is none', (apiVersion, kind) => {
    expect(schemaOfKind(apiVersion, kind, v36)).toBeUndefined();
  });
});
