import type { Path } from '../../core/path.ts';
import type { EvaluatedPod } from './evaluated-pod.ts';

/** Why a pod fails a check, in the API server's words. */
export interface Forbidden {
  /** What is wrong, without naming anything of the pod: `host namespaces`. */
  readonly reason: string;
  /** Who sets what: `hostPID=true`. May be empty. */
  readonly detail: string;
  /** The fields to change, present or not, from the root of the pod or its template. */
  readonly locations: readonly Path[];
}

/** The rule of a check from a version of the Pod Security Standards on, until its next revision. */
export interface Revision {
  /** The minor version of the first policy that has the rule. */
  readonly from: number;
  /** Checks of the baseline level that the rule stands for at the restricted level. */
  readonly overrides?: readonly string[];
  /** Undefined if the pod passes. */
  evaluate(pod: EvaluatedPod): Forbidden | undefined;
}

/** One check of the Pod Security Standards. */
export interface PolicyCheck {
  /** The name that Kubernetes gives it: `capabilities_restricted`. */
  readonly id: string;
  /** Checks of the baseline level are part of the restricted one, unless a check of that level overrides them. */
  readonly level: 'baseline' | 'restricted';
  /** Ascending. */
  readonly revisions: readonly Revision[];
}
