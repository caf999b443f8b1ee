import type { Path } from '../../../core/path.ts';
import { handlerHostsOf } from '../../handler-host.ts';
import type { EvaluatedContainer, EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { named, sortedOnce, uses } from '../wording.ts';

/** Probes and hooks must not make the node call another host than the pod. */
export const hostProbesAndHostLifecycle: PolicyCheck = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  revisions: [{ from: 34, evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const found = pod.containers.flatMap((container) => hostsOf(container));
  if (found.length === 0) return undefined;
  const containers = sortedOnce(found.map(({ container }) => container));
  const hosts = sortedOnce(found.map(({ host }) => host));
  return {
    reason: 'probe or lifecycle host',
    detail: `${named('container', containers)} ${uses(containers.length)} ${named('probe or lifecycle host', hosts)}`,
    locations: found.map(({ location }) => location),
  };
}

function hostsOf(container: EvaluatedContainer): { container: string; host: string; location: Path }[] {
  return handlerHostsOf(container.content).map(({ host, path }) => {
    return { container: container.name, host, location: container.at(...path) };
  });
}
