import type { EvaluatedPod } from '../evaluated-pod.ts';
import { goQuote } from '../go-quote.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { seccompProfiles } from '../seccomp-profiles.ts';
import { plural, sortedOnce } from '../wording.ts';

/** Seccomp must not be turned off: by annotations before they had a field, by the field since. */
export const seccompProfileBaseline: PolicyCheck = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  revisions: [
    { from: 0, evaluate: evaluateAnnotations },
    { from: 19, evaluate: (pod) => seccompProfiles(pod).forbidden },
  ],
};

const OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

function evaluateAnnotations(pod: EvaluatedPod): Forbidden | undefined {
  const present = new Set([...pod.annotationKeys(OF_POD), ...pod.annotationKeys(OF_CONTAINER)]);
  const keys = new Set([OF_POD, ...pod.containers.map(({ name }) => `${OF_CONTAINER}${name}`)]);
  const bad = [...keys]
    .filter((key) => present.has(key))
    .map((key) => ({ key, value: pod.annotation(key) ?? '' }))
    .filter(({ value }) => !isAllowed(value));
  if (bad.length === 0) return undefined;
  const settings = sortedOnce(bad.map(({ key, value }) => `${key}=${goQuote(value)}`));
  return {
    reason: 'seccompProfile',
    detail: `forbidden ${plural('annotation', settings.length)} ${settings.join(', ')}`,
    locations: bad.map(({ key }) => ['metadata', 'annotations', key]),
  };
}

function isAllowed(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}
