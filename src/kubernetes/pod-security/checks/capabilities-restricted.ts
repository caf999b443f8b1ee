import { addedCapabilities, capabilitiesOf } from '../capabilities.ts';
import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers, quoteAll, sortedOnce } from '../wording.ts';

const overrides = ['capabilities_baseline'];

/** Containers must drop all capabilities, and may add but one. */
export const capabilitiesRestricted: PolicyCheck = {
  id: 'capabilities_restricted',
  level: 'restricted',
  revisions: [
    { from: 22, overrides, evaluate },
    { from: 25, overrides, evaluate: (pod) => (pod.isWindows ? undefined : evaluate(pod)) },
  ],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const keeping = pod.containers.filter((container) => !capabilitiesOf(container, 'drop').includes('ALL'));
  const added = addedCapabilities(pod, (name) => name !== 'NET_BIND_SERVICE');
  const details: string[] = [];
  if (keeping.length > 0) {
    details.push(`${namedContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`);
  }
  if (added.containers.length > 0) {
    const names = quoteAll(sortedOnce(added.names));
    details.push(`${namedContainers(added.containers)} must not include ${names} in securityContext.capabilities.add`);
  }
  if (details.length === 0) return undefined;
  return {
    reason: 'unrestricted capabilities',
    detail: details.join('; '),
    locations: [
      ...keeping.map((container) => container.at('securityContext', 'capabilities', 'drop')),
      ...added.locations,
    ],
  };
}
