import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { restrictedSource } from '../volume-sources.ts';
import { named, sortedOnce, uses } from '../wording.ts';

/** Volumes must be of the types that bring nothing of the node or of a network into the pod unasked. */
export const restrictedVolumes: PolicyCheck = {
  id: 'restrictedVolumes',
  level: 'restricted',
  revisions: [{ from: 0, overrides: ['hostPathVolumes'], evaluate }],
};

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const bad = pod.volumes.flatMap((volume) => {
    const source = restrictedSource(volume, pod);
    return source === undefined ? [] : [{ volume, source }];
  });
  if (bad.length === 0) return undefined;
  const volumes = named(
    'volume',
    bad.map(({ volume }) => volume.name),
  );
  const types = named('restricted volume type', sortedOnce(bad.map(({ source }) => source.type)));
  return {
    reason: 'restricted volume types',
    detail: `${volumes} ${uses(bad.length)} ${types}`,
    locations: bad.map(({ volume, source }) => volume.at(source.field)),
  };
}
