import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers } from '../wording.ts';

/** Containers must not run privileged. */
export const privileged: PolicyCheck = {
  id: 'privileged',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const bad = pod.containers.filter(({ securityContext }) => securityContext['privileged'] === true);
  if (bad.length === 0) return undefined;
  return {
    reason: 'privileged',
    detail: `${namedContainers(bad)} must not set securityContext.privileged=true`,
    locations: bad.map((container) => container.at('securityContext', 'privileged')),
  };
}
