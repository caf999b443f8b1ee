import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { setters } from '../wording.ts';

/** Pods must not ask to run as root. */
export const runAsUser: PolicyCheck = {
  id: 'runAsUser',
  level: 'restricted',
  revisions: [
    { from: 23, evaluate },
    { from: 35, evaluate: (pod) => (pod.hasOwnUserNamespace ? undefined : evaluate(pod)) },
  ],
};

const FIELD = ['securityContext', 'runAsUser'] as const;

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const isSetByPod = pod.securityContext['runAsUser'] === 0;
  const bad = pod.containers.filter(({ securityContext }) => securityContext['runAsUser'] === 0);
  if (!isSetByPod && bad.length === 0) return undefined;
  return {
    reason: 'runAsUser=0',
    detail: `${setters(isSetByPod, bad)} must not set runAsUser=0`,
    locations: [...(isSetByPod ? [['spec', ...FIELD]] : []), ...bad.map((container) => container.at(...FIELD))],
  };
}
