import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { hasSource } from '../volume-sources.ts';
import { named } from '../wording.ts';

/** Volumes must not be paths of the node. */
export const hostPathVolumes: PolicyCheck = {
  id: 'hostPathVolumes',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const bad = pod.volumes.filter((volume) => hasSource(volume, 'hostPath'));
  if (bad.length === 0) return undefined;
  return {
    reason: 'hostPath volumes',
    detail: named(
      'volume',
      bad.map(({ name }) => name),
    ),
    locations: bad.map((volume) => volume.at('hostPath')),
  };
}
