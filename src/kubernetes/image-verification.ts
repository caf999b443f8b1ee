import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { addedAdmissionPlugIns } from './admission-plug-ins.ts';
import { verifiesImages } from './kyverno-policy.ts';
import { kubewardenKinds, kyvernoRuleKinds } from './policy-engine.ts';
import { mutatingWebhooks, validatingWebhooks } from './webhook.ts';

/** Kinds of which every object says how images are verified: Sigstore, Kyverno, Ratify, OpenShift. */
const verifyingKinds: readonly string[] = [
  'policy.sigstore.dev/ClusterImagePolicy',
  'policies.kyverno.io/ImageValidatingPolicy',
  'config.ratify.deislabs.io/Verifier',
  'config.ratify.deislabs.io/Store',
  'config.openshift.io/ClusterImagePolicy',
  'config.openshift.io/ImagePolicy',
];

const webhookKinds: readonly string[] = [validatingWebhooks, mutatingWebhooks];

/** The kinds by which it shows that something verifies images before they run. */
export const imageVerificationKinds: readonly string[] = [
  ...verifyingKinds,
  ...kyvernoRuleKinds,
  ...kubewardenKinds,
  ...webhookKinds,
  'Pod',
];

/** True if an object of these kinds shows it. */
export function hasImageVerification(inventory: Inventory): boolean {
  function some(kinds: readonly string[], verifies: (resource: Resource) => boolean): boolean {
    return kinds.some((kind) => inventory.select(kind).items.some(verifies));
  }
  return (
    some(verifyingKinds, () => true) ||
    some(kyvernoRuleKinds, ({ content }) => verifiesImages(content)) ||
    some(kubewardenKinds, ({ content }) =>
      (asString(asObject(content['spec'])['module']) ?? '').includes('verify-image'),
    ) ||
    some(webhookKinds, isConnaisseur) ||
    some(['Pod'], (pod) => addedAdmissionPlugIns(pod).includes('ImagePolicyWebhook'))
  );
}

function isConnaisseur({ name, content }: Resource): boolean {
  const names = asList(content['webhooks']).map((webhook) => asString(asObject(webhook)['name']) ?? '');
  return [name, ...names].some((each) => each.includes('connaisseur'));
}
