import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers, setters } from '../wording.ts';

/** Pods must demand to run as another user than root, Windows pods too. */
export const runAsNonRoot: PolicyCheck = {
  id: 'runAsNonRoot',
  level: 'restricted',
  revisions: [
    { from: 0, evaluate },
    { from: 35, evaluate: (pod) => (pod.hasOwnUserNamespace ? undefined : evaluate(pod)) },
  ],
};

const FIELD = ['securityContext', 'runAsNonRoot'] as const;

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const reason = 'runAsNonRoot != true';
  const ofPod = pod.securityContext['runAsNonRoot'];
  const refusing = pod.containers.filter(({ securityContext }) => securityContext['runAsNonRoot'] === false);
  if (ofPod === false || refusing.length > 0) {
    return {
      reason,
      detail: `${setters(ofPod === false, refusing)} must not set securityContext.runAsNonRoot=false`,
      locations: [
        ...(ofPod === false ? [['spec', ...FIELD]] : []),
        ...refusing.map((container) => container.at(...FIELD)),
      ],
    };
  }
  if (ofPod === true) return undefined;
  const silent = pod.containers.filter(({ securityContext }) => securityContext['runAsNonRoot'] !== true);
  if (silent.length === 0) return undefined;
  return {
    reason,
    detail: `pod or ${namedContainers(silent)} must set securityContext.runAsNonRoot=true`,
    locations: silent.map((container) => container.at(...FIELD)),
  };
}
