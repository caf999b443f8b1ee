import { isCovered } from '../core/coverage.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject, asString } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import {
  denies,
  resourceRulesOf,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
} from './admission-policy.ts';
import { ruleCovers } from './admission-rule.ts';
import { podBearingResources, writesOf } from './guarded-requests.ts';
import { enforceLabel } from './pod-security/namespace-labels.ts';
import { enginePolicyKinds, isEnforced } from './policy-engine.ts';

const openShiftConstraints = 'security.openshift.io/SecurityContextConstraints';

/** The kinds by which it shows that something decides which pods may run, but for the constraints of Gatekeeper. */
export const podControlKinds: readonly string[] = [
  'Namespace',
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  ...enginePolicyKinds,
  openShiftConstraints,
];

/**
 * True if an object of these kinds, or a constraint among `constraints`, refuses some pods. What a system namespace
 * enforces does not count.
 */
export function hasPodControl(
  inventory: Inventory,
  constraints: readonly Resource[],
  systemNamespaces: readonly string[],
): boolean {
  return (
    inventory.select('Namespace').items.some((item) => !systemNamespaces.includes(item.name) && enforcesLevel(item)) ||
    hasPodPolicy(inventory) ||
    enginePolicyKinds.some((kind) => inventory.select(kind).items.some(isEnforced)) ||
    constraints.some(isEnforced) ||
    inventory.select(openShiftConstraints).items.length > 0
  );
}

/** What is missing to know every such object; undefined if nothing is. */
export function missingPodControl(inventory: Inventory): Missing | undefined {
  const [missing] = podControlKinds.flatMap((kind) => inventory.select(kind).missing ?? []);
  if (missing !== undefined || isCovered(inventory.coverage, 'constraints.gatekeeper.sh/*', undefined)) return missing;
  return { what: 'perhaps not every constraint of Gatekeeper is among the inputs' };
}

function enforcesLevel({ content }: Resource): boolean {
  const level = asObject(asObject(content['metadata'])['labels'])[enforceLabel];
  return level === 'baseline' || level === 'restricted';
}

const podWrites = writesOf(podBearingResources);

/** True if a ValidatingAdmissionPolicy for pods or their controllers is bound to refuse. */
function hasPodPolicy(inventory: Inventory): boolean {
  const denying = new Set(
    inventory
      .select(validatingAdmissionPolicyBinding)
      .items.filter(denies)
      .map(({ content }) => asString(asObject(content['spec'])['policyName'])),
  );
  return inventory
    .select(validatingAdmissionPolicy)
    .items.some(
      (policy) =>
        denying.has(policy.name) &&
        resourceRulesOf(policy).some((rule) =>
          podWrites.some(({ requested, operation }) => ruleCovers(rule, requested, operation)),
        ),
    );
}
