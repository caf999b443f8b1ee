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

/**
 * True if the scheduler keeps the pods of a workload apart, or tries to: by any anti-affinity between pods, or by a spread
 * constraint that counts them.
 */
export function isSpread(workload: Workload): boolean {
  return hasAntiAffinity(workload) || asList(workload.pod['topologySpreadConstraints']).some(isEffective);

  function isEffective(entry: unknown): boolean {
    const constraint = asObject(entry);
    const topologyKey = asString(constraint['topologyKey']) ?? '';
    return failureDomains.includes(topologyKey) && selectsOwnPods(constraint, workload);
  }
}

/** True if the label selector of a spread constraint selects the pods of the workload itself. */
export function selectsOwnPods(constraint: JsonObject, workload: Workload): boolean {
  const selector = constraint['labelSelector'];
  return isObject(selector) && labelSelectorMatches(selector, podLabels(workload));
}

function hasAntiAffinity({ pod }: Workload): boolean {
  const antiAffinity = asObject(asObject(pod['affinity'])['podAntiAffinity']);
  return (
    asList(antiAffinity['requiredDuringSchedulingIgnoredDuringExecution']).length > 0 ||
    asList(antiAffinity['preferredDuringSchedulingIgnoredDuringExecution']).length > 0
  );
}
