import { asString } from '../../core/json.ts';
import type { EvaluatedPod } from './evaluated-pod.ts';
import type { Forbidden } from './policy-check.ts';
import { namedContainers, quoteAll, sortedOnce } from './wording.ts';

/** Forbids containers that see more of `/proc` than container runtimes show. */
export function forbidUnmaskedProc(pod: EvaluatedPod): Forbidden | undefined {
  const bad = pod.containers.flatMap((container) => {
    const type = asString(container.securityContext['procMount']);
    return type === undefined || type === 'Default' ? [] : [{ container, type }];
  });
  if (bad.length === 0) return undefined;
  const containers = namedContainers(bad.map(({ container }) => container));
  const types = quoteAll(sortedOnce(bad.map(({ type }) => type)));
  return {
    reason: 'procMount',
    detail: `${containers} must not set securityContext.procMount to ${types}`,
    locations: bad.map(({ container }) => container.at('securityContext', 'procMount')),
  };
}
