import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { allowedAnswer, type PodSecurityAnswer, type PodSecuritySetting } from './admission.ts';
import { compareBytes } from './byte-order.ts';
import { evaluatePod } from './evaluate.ts';
import { textOf } from './evaluated-pod.ts';
import { type Exemptions, isExemptByRuntimeClass, noExemptions, requestExemption } from './exemptions.ts';
import { goQuote } from './go-quote.ts';
import { compareLevels } from './levels.ts';
import {
  defaultNamespacePolicy,
  formatLevelVersion,
  type LabelError,
  type LevelVersion,
  labelErrorText,
  type NamespacePolicy,
  podSecurityModes,
  podSecurityPrefix,
  policyOfLabels,
  versionLabelOf,
} from './namespace-labels.ts';

/** A namespace that is created or gets other labels. */
export interface NamespaceRequest {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** The labels until now; undefined for a new namespace. */
  readonly oldLabels?: ReadonlyMap<string, string>;
  /** The pods of the namespace, as they are stored. */
  readonly pods?: readonly JsonObject[];
}

/** How many pods the server looks at; it also stops after a second, which is not modelled. */
const MOST_PODS = 3000;

/** What Pod Security says to a namespace: it refuses new errors in labels, and warns of pods that break a new policy. */
export function admitNamespace(request: NamespaceRequest, setting: PodSecuritySetting = {}): PodSecurityAnswer {
  const { defaults = defaultNamespacePolicy, exemptions = noExemptions, serverVersion } = setting;
  const { name, labels, oldLabels, pods = [] } = request;
  const { policy, errors } = policyOfLabels(labels, defaults, serverVersion);
  const old = oldLabels && policyOfLabels(oldLabels, defaults, serverVersion);
  if (errors.length > 0 && (old === undefined || !isSameErrors(errors, old.errors))) {
    const message = `Namespace ${goQuote(name)} is invalid: ${labelErrorText(errors)}`;
    return { ...allowedAnswer, allowed: false, message, code: 422 };
  }
  if (old !== undefined && !isStricter(policy.enforce, old.policy.enforce)) return allowedAnswer;
  const warnings =
    requestExemption(exemptions, { namespace: name, username: '' }) === undefined
      ? old && warningsOfPods(name, pods, policy.enforce, { ...setting, exemptions })
      : warningsOfExempt(name, labels, policy, defaults);
  return { ...allowedAnswer, warnings: warnings ?? [] };
}

/** False if no pod that was let in until now could be refused from now on. */
function isStricter(enforced: LevelVersion, old: LevelVersion): boolean {
  if (enforced.level === 'privileged') return false;
  return enforced.version.label !== old.version.label || compareLevels(enforced.level, old.level) > 0;
}

function isSameErrors(left: readonly LabelError[], right: readonly LabelError[]): boolean {
  return left.length === right.length && left.every(({ message }, index) => message === right[index]?.message);
}

function warningsOfPods(
  namespace: string,
  pods: readonly JsonObject[],
  enforced: LevelVersion,
  { serverVersion, exemptions }: PodSecuritySetting & { readonly exemptions: Exemptions },
): string[] {
  const inOrder = prioritised(pods, exemptions);
  const names = new Map<string, string[]>();
  for (const pod of inOrder.slice(0, MOST_PODS)) {
    const { level, version } = enforced;
    const { allowed, violations } = evaluatePod(level, version, pod, serverVersion && { serverVersion });
    if (allowed) continue;
    const reasons = violations.map(({ reason }) => reason).join(', ');
    const name = textOf(asObject(pod['metadata'])['name']);
    const known = names.get(reasons);
    if (known === undefined) names.set(reasons, [name]);
    else known.push(name);
  }
  const warnings: string[] = [];
  if (inOrder.length > MOST_PODS) {
    const extent = `the first ${MOST_PODS} of ${inOrder.length} existing pods`;
    warnings.push(`new PodSecurity enforce level only checked against ${extent}`);
  }
  if (names.size === 0) return warnings;
  const policy = formatLevelVersion(enforced);
  warnings.push(
    `existing pods in namespace ${goQuote(namespace)} violate the new PodSecurity enforce level ${goQuote(policy)}`,
  );
  const ofPods = [...names].map(([reasons, podNames]) => `${podsText(podNames)}: ${reasons}`);
  return [...warnings, ...ofPods.toSorted(compareBytes)];
}

/** `web`, `web (and 1 other pod)`, `web (and 2 other pods)`: the first by name, and how many more. */
function podsText(names: readonly string[]): string {
  const [first = ''] = names.toSorted(compareBytes);
  const others = names.length - 1;
  if (others === 0) return first;
  return `${first} (and ${others} other ${others === 1 ? 'pod' : 'pods'})`;
}

/** Pods that are not exempt, the first of each controller before the others of any. */
function prioritised(pods: readonly JsonObject[], exemptions: Exemptions): JsonObject[] {
  const first: JsonObject[] = [];
  const further: JsonObject[] = [];
  const seen = new Set<string>();
  for (const pod of pods) {
    if (isExemptByRuntimeClass(exemptions, asObject(pod['spec']))) continue;
    const uid = controllerUid(pod);
    if (uid !== undefined && seen.has(uid)) further.push(pod);
    else first.push(pod);
    if (uid !== undefined) seen.add(uid);
  }
  return [...first, ...further];
}

function controllerUid(pod: JsonObject): string | undefined {
  const owners = asList(asObject(pod['metadata'])['ownerReferences']).map(asObject);
  const controller = owners.find((owner) => owner['controller'] === true);
  return controller && textOf(controller['uid']);
}

/** Labels of an exempt namespace do nothing; the server says so if they ask for something of their own. */
function warningsOfExempt(
  name: string,
  labels: ReadonlyMap<string, string>,
  policy: NamespacePolicy,
  defaults: NamespacePolicy,
): string[] {
  if (podSecurityModes.every((mode) => isEquivalent(policy[mode], defaults[mode]))) return [];
  const asked = podSecurityModes.filter((mode) => policy[mode].level !== 'privileged');
  if (asked.length === 0) return [];
  const labelled = asked.filter((mode) => labels.has(podSecurityPrefix + mode) || labels.has(versionLabelOf(mode)));
  const text = labelled.map((mode) => `${mode}=${formatLevelVersion(policy[mode])}`).join(', ');
  return [`namespace ${goQuote(name)} is exempt from Pod Security, and the policy (${text}) will be ignored`];
}

function isEquivalent(left: LevelVersion, right: LevelVersion): boolean {
  if (left.level !== right.level) return false;
  return left.level === 'privileged' || left.version.label === right.version.label;
}
