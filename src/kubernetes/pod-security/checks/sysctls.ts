import { asList, asObject } from '../../../core/json.ts';
import { isSafeSysctl } from '../../sysctl.ts';
import { type EvaluatedPod, textOf } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';

/** Pods must not set kernel parameters but those that stay in the pod. */
export const sysctls: PolicyCheck = {
  id: 'sysctls',
  level: 'baseline',
  revisions: [
    { from: 0, evaluate: (pod) => evaluate(pod, 0) },
    { from: 27, evaluate: (pod) => evaluate(pod, 27) },
    { from: 29, evaluate: (pod) => evaluate(pod, 29) },
    { from: 32, evaluate: (pod) => evaluate(pod, 32) },
    { from: 37, evaluate: (pod) => evaluate(pod, 37) },
  ],
};

function evaluate(pod: EvaluatedPod, minor: number): Forbidden | undefined {
  const bad = asList(pod.securityContext['sysctls'])
    .map((entry, index) => ({ index, name: textOf(asObject(entry)['name']) }))
    .filter(({ name }) => !isSafeSysctl(name, minor));
  if (bad.length === 0) return undefined;
  return {
    reason: 'forbidden sysctls',
    detail: bad.map(({ name }) => name).join(', '),
    locations: bad.map(({ index }) => ['spec', 'securityContext', 'sysctls', index, 'name']),
  };
}
