import { asObject, type JsonObject } from '../../../core/json.ts';
import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { setters } from '../wording.ts';

/** Windows containers must not be processes of their node. */
export const windowsHostProcess: PolicyCheck = {
  id: 'windowsHostProcess',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

const FIELD = ['securityContext', 'windowsOptions', 'hostProcess'] as const;

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const isSetByPod = isHostProcess(pod.securityContext);
  const bad = pod.containers.filter(({ securityContext }) => isHostProcess(securityContext));
  if (!isSetByPod && bad.length === 0) return undefined;
  return {
    reason: 'hostProcess',
    detail: `${setters(isSetByPod, bad)} must not set securityContext.windowsOptions.hostProcess=true`,
    locations: [...(isSetByPod ? [['spec', ...FIELD]] : []), ...bad.map((container) => container.at(...FIELD))],
  };
}

function isHostProcess(securityContext: JsonObject): boolean {
  return asObject(securityContext['windowsOptions'])['hostProcess'] === true;
}
