import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { hasImageVerification } from './image-verification.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function verifies(apiVersion: string, kind: string, rest: JsonObject = {}, name = 'guard'): boolean {
  return hasImageVerification(inventoryOfObjects([{ apiVersion, kind, metadata: { name }, ...rest }]));
}

describe('hasImageVerification', () => {
  it.each([
    ['policy.sigstore.dev/v1beta1', 'ClusterImagePolicy'],
    ['policies.kyverno.io/v1', 'ImageValidatingPolicy'],
    ['config.ratify.deislabs.io/v1beta1', 'Verifier'],
    ['config.ratify.deislabs.io/v1beta1', 'Store'],
    ['config.openshift.io/v1', 'ClusterImagePolicy'],
    ['config.openshift.io/v1', 'ImagePolicy'],
  ])('is shown by %s %s', (apiVersion, kind) => {
    expect(verifies(apiVersion, kind)).toBe(true);
  });

  it('is shown by what rules, modules and webhooks say', () => {
    const verifying = { spec: { rules: [{}, { verifyImages: [{}] }] } };
    expect(verifies('kyverno.io/v1', 'Policy', verifying)).toBe(true);
    expect(verifies('kyverno.io/v1', 'Policy', { spec: { rules: [{ verifyImages: [] }] } })).toBe(false);
    const module = 'registry.example/verify-image-signatures:1.0.0';
    expect(verifies('policies.kubewarden.io/v1', 'AdmissionPolicy', { spec: { module } })).toBe(true);
    expect(verifies('policies.kubewarden.io/v1', 'AdmissionPolicy')).toBe(false);
    const hooks = 'admissionregistration.k8s.io/v1';
    expect(verifies(hooks, 'MutatingWebhookConfiguration', {}, 'connaisseur-webhook')).toBe(true);
    expect(verifies(hooks, 'ValidatingWebhookConfiguration', { webhooks: [{ name: 'a.connaisseur' }] })).toBe(true);
    expect(verifies(hooks, 'ValidatingWebhookConfiguration', { webhooks: [{ name: 'a.guard' }, {}] })).toBe(false);
  });

  it('is not shown by pods of no API server', () => {
    expect(verifies('v1', 'Pod', { spec: { containers: [{ args: ['ImagePolicyWebhook'] }] } })).toBe(false);
  });
});
