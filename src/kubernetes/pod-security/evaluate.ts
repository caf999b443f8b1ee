import type { JsonObject } from '../../core/json.ts';
import { evaluatedPod, type PodSetting } from './evaluated-pod.ts';
import type { PodSecurityLevel } from './levels.ts';
import type { Forbidden } from './policy-check.ts';
import { effectiveMinor, type PolicyVersion } from './policy-version.ts';
import { checksOf } from './registry.ts';

/** A check that a pod fails. */
export interface Violation extends Forbidden {
  /** The name that Kubernetes gives the check: `capabilities_restricted`. */
  readonly check: string;
}

/** What the Pod Security Standards say of a pod. */
export interface Evaluation {
  readonly allowed: boolean;
  /** In the order of the API server. */
  readonly violations: readonly Violation[];
  /** `violates PodSecurity "restricted:latest": …`, word for word as the API server; empty if the pod is allowed. */
  readonly text: string;
}

/**
 * Holds a pod to a level of the Pod Security Standards, as an API server of `serverVersion` does for a new pod. `pod` is any
 * mapping with `metadata` and `spec`: a Pod, or the template of a controller. What the server fills in is filled in first;
 * fields of a wrong type, for which it refuses the object, count as unset. Fields behind a feature gate are judged as if it
 * were on. A version newer than the server means the server's newest. Server versions from 1.27 on are followed exactly.
 *
 * Throws `UnknownValueRead` if the pod is seen through a recording view and a field that decides is not known.
 */
export function evaluatePod(
  level: PodSecurityLevel,
  version: PolicyVersion,
  pod: JsonObject,
  setting: PodSetting = {},
): Evaluation {
  const judged = evaluatedPod(pod, setting);
  const violations: Violation[] = [];
  for (const { id, revision } of checksOf(level, effectiveMinor(version, judged.serverMinor))) {
    const forbidden = revision.evaluate(judged);
    if (forbidden !== undefined) violations.push({ check: id, ...forbidden });
  }
  const allowed = violations.length === 0;
  const text = allowed ? '' : `violates PodSecurity "${level}:${version.label}": ${violationText(violations)}`;
  return { allowed, violations, text };
}

/** `reason (detail), reason`: what follows the policy in the API server's messages. */
export function violationText(violations: readonly Violation[]): string {
  return violations.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`)).join(', ');
}
