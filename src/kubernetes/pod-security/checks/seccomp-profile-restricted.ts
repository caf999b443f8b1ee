import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { seccompProfiles, seccompTypeField } from '../seccomp-profiles.ts';
import { namedContainers } from '../wording.ts';

const overrides = ['seccompProfile_baseline'];

/** Pods must name a seccomp profile. */
export const seccompProfileRestricted: PolicyCheck = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  revisions: [
    { from: 19, overrides, evaluate },
    { from: 25, overrides, evaluate: (pod) => (pod.isWindows ? undefined : evaluate(pod)) },
  ],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const { isAllowedByPod, silent, forbidden } = seccompProfiles(pod);
  if (forbidden !== undefined) return forbidden;
  if (isAllowedByPod || silent.length === 0) return undefined;
  const must = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
  return {
    reason: 'seccompProfile',
    detail: `pod or ${namedContainers(silent)} ${must}`,
    locations: silent.map((container) => container.at(...seccompTypeField)),
  };
}
