import { asList, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import type { Workload } from './workload.ts';

/** A toleration of the taint that keeps pods off control-plane nodes. */
export interface ControlPlaneToleration {
  /** Undefined where it tolerates every taint. */
  readonly key: string | undefined;
  readonly at: Place;
}

const CONTROL_PLANE_TAINTS: readonly string[] = [
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
];

/** The tolerations by which the scheduler may put a pod on a control-plane node. */
export function controlPlaneTolerationsOf(workload: Workload): ControlPlaneToleration[] {
  const tolerations: ControlPlaneToleration[] = [];
  for (const [index, entry] of asList(workload.pod['tolerations']).entries()) {
    const toleration = asObject(entry);
    const effect = asString(toleration['effect']) || 'NoSchedule';
    if (effect !== 'NoSchedule') continue;
    const key = asString(toleration['key']) || undefined;
    const tolerates = key === undefined ? toleration['operator'] === 'Exists' : CONTROL_PLANE_TAINTS.includes(key);
    if (tolerates) tolerations.push({ key, at: workload.at('tolerations', index) });
  }
  return tolerations;
}
