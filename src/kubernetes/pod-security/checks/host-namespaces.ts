import type { EvaluatedPod } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';

/** Pods must not share the namespaces of their node. */
export const hostNamespaces: PolicyCheck = {
  id: 'hostNamespaces',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

const FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

function evaluate({ spec }: EvaluatedPod): Forbidden | undefined {
  const shared = FIELDS.filter((field) => spec[field] === true);
  if (shared.length === 0) return undefined;
  return {
    reason: 'host namespaces',
    detail: shared.map((field) => `${field}=true`).join(', '),
    locations: shared.map((field) => ['spec', field]),
  };
}
