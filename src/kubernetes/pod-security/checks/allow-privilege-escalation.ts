import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers } from '../wording.ts';

/** Processes must not gain more privileges than their parent. */
export const allowPrivilegeEscalation: PolicyCheck = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  revisions: [
    { from: 8, evaluate },
    { from: 25, evaluate: (pod) => (pod.isWindows ? undefined : evaluate(pod)) },
  ],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const bad = pod.containers.filter(({ securityContext }) => securityContext['allowPrivilegeEscalation'] !== false);
  if (bad.length === 0) return undefined;
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${namedContainers(bad)} must set securityContext.allowPrivilegeEscalation=false`,
    locations: bad.map((container) => container.at('securityContext', 'allowPrivilegeEscalation')),
  };
}
