import type { Inventory } from '../core/inventory.ts';
import { asList, asObject } from '../core/json.ts';
import { formatPath, type Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { type Subject, where } from '../core/subject.ts';
import { isConstraintKind } from './kind.ts';
import { refusingRules } from './kyverno-policy.ts';
import { anyObject, type KubernetesObject } from './object.ts';

/** Kinds of the policies of Kyverno that have rules. */
export const kyvernoRuleKinds: readonly string[] = ['kyverno.io/ClusterPolicy', 'kyverno.io/Policy'];

/** Kyverno's form of a ValidatingAdmissionPolicy. */
export const kyvernoValidatingPolicy = 'policies.kyverno.io/ValidatingPolicy';

/** Kinds of the policies of Kubewarden. */
export const kubewardenKinds: readonly string[] = [
  'policies.kubewarden.io/ClusterAdmissionPolicy',
  'policies.kubewarden.io/AdmissionPolicy',
];

/** The policies of engines, but for the constraints of Gatekeeper, whose kinds a cluster makes up. */
export const enginePolicyKinds: readonly string[] = [...kyvernoRuleKinds, kyvernoValidatingPolicy, ...kubewardenKinds];

/** Why an engine does not refuse what breaks a policy. */
export interface Leniency {
  readonly field: Path;
  /** What to set the field to, so that it does. */
  readonly enforcing: unknown;
}

/** Every policy of an engine: Kyverno, Gatekeeper, Kubewarden. */
export const enginePolicy: Subject<KubernetesObject> = where(anyObject, ({ kind }) => isEnginePolicy(kind));

function isEnginePolicy(kind: string): boolean {
  return enginePolicyKinds.includes(kind) || isConstraintKind(kind);
}

/** The constraints of Gatekeeper, of whatever kind. */
export function constraintsIn(inventory: Inventory): Resource[] {
  return inventory.resources.filter(({ kind }) => isConstraintKind(kind));
}

/** The fields by which a policy lets pass what breaks it; each once. */
export function leniencyOf({ kind, content }: Resource): Leniency[] {
  const spec = asObject(content['spec']);
  if (kyvernoRuleKinds.includes(kind)) {
    const fields = refusingRules(content).flatMap(({ action, field }) => (action === 'audit' ? [field] : []));
    const once = new Map(fields.map((field) => [formatPath(field), field]));
    return [...once.values()].map((field) => ({ field, enforcing: 'Enforce' }));
  }
  if (kyvernoValidatingPolicy === kind) {
    const actions = asList(spec['validationActions']);
    // Without any action, Kyverno denies.
    if (actions.length === 0 || actions.includes('Deny')) return [];
    return [{ field: ['spec', 'validationActions'], enforcing: ['Deny'] }];
  }
  if (kubewardenKinds.includes(kind)) {
    return spec['mode'] === 'monitor' ? [{ field: ['spec', 'mode'], enforcing: 'protect' }] : [];
  }
  return deniesSomewhere(spec) ? [] : [{ field: ['spec', 'enforcementAction'], enforcing: 'deny' }];
}

/** True if the engine refuses something that breaks the policy. */
export function isEnforced(policy: Resource): boolean {
  if (kyvernoRuleKinds.includes(policy.kind)) {
    return refusingRules(policy.content).some(({ action }) => action === 'enforce');
  }
  return leniencyOf(policy).length === 0;
}

/** A constraint without an action denies. */
function deniesSomewhere(spec: Readonly<Record<string, unknown>>): boolean {
  const action = spec['enforcementAction'];
  if (action !== 'scoped') return action !== 'dryrun' && action !== 'warn';
  return asList(spec['scopedEnforcementActions']).some((entry) => asObject(entry)['action'] === 'deny');
}
