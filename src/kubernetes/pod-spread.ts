import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import { podLabels } from './pod-labels.ts';
import { labelSelectorMatches } from './selector.ts';
import type { Workload } from './workload.ts';

/** Labels of nodes by which pods that are spread survive the loss of a node, a zone or a region. */
export const failureDomains: readonly string[] = [
  'kubernetes.io/hostname',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
];

/** True if the scheduler keeps the pods of a workload apart, by anti-affinity or by spread constraints, or tries to. */
export function isSpread(workload: Workload): boolean {
  const constraints = asList(workload.pod['topologySpreadConstraints']).map(asObject);
  return (
    constraints.some((constraint) => isAcrossDomains(constraint) && selectsOwnPods(constraint, workload)) ||
    antiAffinityTerms(workload).some((term) => isAcrossDomains(term) && repelsOwnPods(term, workload))
  );
}

/** True if the label selector of a spread constraint or affinity term selects the pods of the workload itself. */
export function selectsOwnPods(term: JsonObject, workload: Workload): boolean {
  const selector = term['labelSelector'];
  return isObject(selector) && labelSelectorMatches(selector, podLabels(workload));
}

function isAcrossDomains(term: JsonObject): boolean {
  return failureDomains.includes(asString(term['topologyKey']) ?? '');
}

function antiAffinityTerms({ pod }: Workload): JsonObject[] {
  const antiAffinity = asObject(asObject(pod['affinity'])['podAntiAffinity']);
  const preferred = asList(antiAffinity['preferredDuringSchedulingIgnoredDuringExecution']);
  return [
    ...asList(antiAffinity['requiredDuringSchedulingIgnoredDuringExecution']).map(asObject),
    ...preferred.map((entry) => asObject(asObject(entry)['podAffinityTerm'])),
  ];
}

/** A term without namespaces means the pod's own; which ones a selector means, its labels say: its own is taken to be among them. */
function repelsOwnPods(term: JsonObject, workload: Workload): boolean {
  const namespaces = asList(term['namespaces']);
  const isElsewhere =
    namespaces.length > 0 && !namespaces.includes(workload.namespace) && !isObject(term['namespaceSelector']);
  return !isElsewhere && selectsOwnPods(term, workload);
}
