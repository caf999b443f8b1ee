import type { Path } from '../../core/path.ts';
import { type EvaluatedContainer, type EvaluatedPod, objectIn, textOf } from './evaluated-pod.ts';
import type { Forbidden } from './policy-check.ts';
import { quoteAll, setters, sortedOnce } from './wording.ts';

/** The field that decides, below a pod spec or a container. */
export const seccompTypeField: Path = ['securityContext', 'seccompProfile', 'type'];

/** What the fields of a pod say about seccomp. */
export interface SeccompProfiles {
  /** The profile of the pod is set, and an allowed one. */
  readonly isAllowedByPod: boolean;
  /** Containers that name no profile. */
  readonly silent: readonly EvaluatedContainer[];
  /** Why a profile that is set is wrong; undefined if none is. */
  readonly forbidden: Forbidden | undefined;
}

const ALLOWED: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);

/** Reads the seccomp fields of a pod and its containers. */
export function seccompProfiles(pod: EvaluatedPod): SeccompProfiles {
  const ofPod = objectIn(pod.securityContext, 'seccompProfile');
  const podType = ofPod === undefined ? undefined : textOf(ofPod['type']);
  const silent: EvaluatedContainer[] = [];
  const bad: EvaluatedContainer[] = [];
  const badTypes: string[] = [];
  const isForbiddenByPod = podType !== undefined && !ALLOWED.has(podType);
  if (isForbiddenByPod) badTypes.push(podType);
  for (const container of pod.containers) {
    const profile = objectIn(container.securityContext, 'seccompProfile');
    if (profile === undefined) silent.push(container);
    else if (!ALLOWED.has(textOf(profile['type']))) {
      bad.push(container);
      badTypes.push(textOf(profile['type']));
    }
  }
  const forbidden: Forbidden = {
    reason: 'seccompProfile',
    detail: `${setters(isForbiddenByPod, bad)} must not set securityContext.seccompProfile.type to ${quoteAll(sortedOnce(badTypes))}`,
    locations: [
      ...(isForbiddenByPod ? [['spec', ...seccompTypeField]] : []),
      ...bad.map((container) => container.at(...seccompTypeField)),
    ],
  };
  return {
    isAllowedByPod: podType !== undefined && !isForbiddenByPod,
    silent,
    forbidden: badTypes.length === 0 ? undefined : forbidden,
  };
}
