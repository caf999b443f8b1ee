import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { namedContainers, plural, sortedOnce, uses } from '../wording.ts';

/** Containers must not open ports of their node. */
export const hostPorts: PolicyCheck = {
  id: 'hostPorts',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const opening = pod.containers.flatMap((container) => {
    const ports = container.ports.filter(({ hostPort }) => hostPort !== 0);
    return ports.length === 0 ? [] : [{ container, ports }];
  });
  if (opening.length === 0) return undefined;
  const ports = opening.flatMap((one) => one.ports);
  const numbers = sortedOnce(ports.map(({ hostPort }) => String(hostPort)));
  const containers = namedContainers(opening.map(({ container }) => container));
  return {
    reason: 'hostPort',
    detail: `${containers} ${uses(opening.length)} ${plural('hostPort', numbers.length)} ${numbers.join(', ')}`,
    // Ports that are filled in share the field that opens them.
    locations: [...new Set(ports.map(({ location }) => location))],
  };
}
