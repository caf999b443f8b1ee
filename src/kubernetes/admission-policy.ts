import { addToGroup } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';

export const validatingAdmissionPolicy = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy';
export const validatingAdmissionPolicyBinding = 'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding';
export const mutatingAdmissionPolicy = 'admissionregistration.k8s.io/MutatingAdmissionPolicy';
export const mutatingAdmissionPolicyBinding = 'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding';

/** The bindings of one kind, by the policy that they name. */
export interface PolicyBindings {
  readonly byPolicy: ReadonlyMap<string, readonly Resource[]>;
  /** Undefined if these are all. */
  readonly missing: Missing | undefined;
  /** Of bindings that are there: which policy they name, where that is not known. */
  readonly unclear: readonly Missing[];
}

const known = new WeakMap<Inventory, Map<string, PolicyBindings>>();

/** The bindings of a kind in an inventory, found once. */
export function policyBindings(inventory: Inventory, bindingKind: string): PolicyBindings {
  const ofInventory = known.get(inventory) ?? new Map<string, PolicyBindings>();
  known.set(inventory, ofInventory);
  const bindings = ofInventory.get(bindingKind) ?? groupBindings(inventory, bindingKind);
  ofInventory.set(bindingKind, bindings);
  return bindings;
}

function groupBindings(inventory: Inventory, bindingKind: string): PolicyBindings {
  const byPolicy = new Map<string, Resource[]>();
  const unclear: Missing[] = [];
  const { items, missing } = inventory.select(bindingKind);
  for (const resource of items) {
    try {
      const name = asString(asObject(resource.content['spec'])['policyName']);
      if (name !== undefined) addToGroup(byPolicy, name, resource);
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear.push({ what: `which policy ${resource.name} binds: ${error.reason}` });
    }
  }
  return { byPolicy, missing, unclear };
}

/** True if a binding of a ValidatingAdmissionPolicy refuses what breaks the policy. */
export function denies(binding: Resource): boolean {
  return asList(asObject(binding.content['spec'])['validationActions']).includes('Deny');
}

/** The rules of what a policy is asked about. */
export function resourceRulesOf(policy: Resource): JsonObject[] {
  const { matchConstraints } = asObject(policy.content['spec']);
  return asList(asObject(matchConstraints)['resourceRules']).map(asObject);
}
