import type { Inventory } from '../../core/inventory.ts';
import { asObject, type JsonObject } from '../../core/json.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import {
  denies,
  policyBindings,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
} from '../admission-policy.ts';
import { readPolicy, type ValidatingPolicy } from './policy.ts';

/** A policy and the spec of a binding by which it refuses objects. */
export interface BoundPolicy {
  readonly policy: ValidatingPolicy;
  readonly binding: JsonObject;
}

/** The policies of an inventory that refuse objects. */
export interface BoundPolicies {
  readonly bound: readonly BoundPolicy[];
  /** What is not known of policies and bindings that are in the inventory. */
  readonly unclear: readonly string[];
}

const known = new WeakMap<Inventory, BoundPolicies>();

/** The policies of an inventory with each binding that refuses, read once. */
export function denyingPolicies(inventory: Inventory): BoundPolicies {
  const policies = known.get(inventory) ?? findPolicies(inventory);
  known.set(inventory, policies);
  return policies;
}

function findPolicies(inventory: Inventory): BoundPolicies {
  const bound: BoundPolicy[] = [];
  const unclear: string[] = [];
  const { items } = inventory.select(validatingAdmissionPolicy);
  if (items.length === 0) return { bound, unclear };
  const bindingsOf = policyBindings(inventory, validatingAdmissionPolicyBinding);
  unclear.push(...bindingsOf.unclear.map(({ what }) => what));
  for (const resource of items) {
    try {
      const bindings = (bindingsOf.byPolicy.get(resource.name) ?? []).filter(denies);
      if (bindings.length === 0) continue;
      const policy = readPolicy(resource);
      for (const { content } of bindings) bound.push({ policy, binding: asObject(content['spec']) });
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear.push(`what the policy ${resource.name} asks for: ${error.reason}`);
    }
  }
  return { bound, unclear };
}
