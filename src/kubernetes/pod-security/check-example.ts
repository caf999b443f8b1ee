import type { Version } from '../../core/check.ts';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { evaluatedPod, type PodSetting } from './evaluated-pod.ts';
import type { PolicyCheck } from './policy-check.ts';
import { newestPolicyMinor } from './policy-version.ts';

/** Changes to the pod of the tests, field by field. */
export interface PodChanges {
  readonly annotations?: JsonObject;
  readonly spec?: JsonObject;
  readonly podSecurityContext?: JsonObject;
  /** Of the only container, `web`. */
  readonly container?: JsonObject;
  readonly containerSecurityContext?: JsonObject;
}

/** A pod that meets every level at every version, with changes. For tests. */
export function examplePod(changes: PodChanges = {}): JsonObject {
  const securityContext = {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    ...changes.containerSecurityContext,
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop', ...(changes.annotations && { annotations: changes.annotations }) },
    spec: {
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
        ...changes.podSecurityContext,
      },
      containers: [{ name: 'web', image: 'registry.test/web:1', securityContext, ...changes.container }],
      ...changes.spec,
    },
  };
}

/** A container that meets every level. */
export function exampleContainer(name: string, securityContext: JsonObject = {}, changes: JsonObject = {}): JsonObject {
  const own = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...securityContext };
  return { name, image: 'registry.test/web:1', securityContext: own, ...changes };
}

/** Kubernetes `1.minor`. */
export function server(minor: number): Version {
  return { major: 1, minor };
}

/** What a check says of a pod: its words and the fields, one line each. Empty if the pod passes. */
export function verdictLines(
  check: PolicyCheck,
  pod: JsonObject,
  minor: number = newestPolicyMinor,
  setting: PodSetting = { serverVersion: server(newestPolicyMinor) },
): string[] {
  const revision = check.revisions.findLast(({ from }) => from <= minor);
  const forbidden = revision?.evaluate(evaluatedPod(pod, setting));
  if (forbidden === undefined) return [];
  return [`${forbidden.reason} (${forbidden.detail})`, ...forbidden.locations.map(formatPath)];
}

/** The minor versions of policies at which a check forbids the pod. */
export function forbiddenAt(check: PolicyCheck, pod: JsonObject): number[] {
  return minors(0).filter((minor) => verdictLines(check, pod, minor).length > 0);
}

/** `first`, `first + 1`, … `last`. */
export function minors(first: number, last: number = newestPolicyMinor): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
