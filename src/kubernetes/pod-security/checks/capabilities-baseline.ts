import { defaultCapabilities } from '../../capability.ts';
import { addedCapabilities } from '../capabilities.ts';
import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers, quoteAll, sortedOnce } from '../wording.ts';

/** Containers must not have more capabilities than container runtimes give them. */
export const capabilitiesBaseline: PolicyCheck = {
  id: 'capabilities_baseline',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const added = addedCapabilities(pod, (name) => !defaultCapabilities.has(name));
  if (added.containers.length === 0) return undefined;
  const names = quoteAll(sortedOnce(added.names));
  return {
    reason: 'non-default capabilities',
    detail: `${namedContainers(added.containers)} must not include ${names} in securityContext.capabilities.add`,
    locations: added.locations,
  };
}
