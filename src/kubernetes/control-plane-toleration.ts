import { asList, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import { type Taint, tolerates } from './toleration.ts';
import type { Workload } from './workload.ts';

/** A toleration of the taint that keeps pods off control-plane nodes. */
export interface ControlPlaneToleration {
  /** Undefined where it tolerates every taint. */
  readonly key: string | undefined;
  readonly at: Place;
}

/** As tools that set up clusters put them on nodes: without a value. */
const CONTROL_PLANE_TAINTS: readonly Taint[] = [
  { key: 'node-role.kubernetes.io/control-plane', value: '', effect: 'NoSchedule' },
  { key: 'node-role.kubernetes.io/master', value: '', effect: 'NoSchedule' },
];

/** The tolerations by which the scheduler may put a pod on a control-plane node. */
export function controlPlaneTolerationsOf(workload: Workload): ControlPlaneToleration[] {
  const tolerations: ControlPlaneToleration[] = [];
  for (const [index, entry] of asList(workload.pod['tolerations']).entries()) {
    const toleration = asObject(entry);
    if (!CONTROL_PLANE_TAINTS.some((taint) => tolerates(toleration, taint))) continue;
    tolerations.push({ key: asString(toleration['key']) || undefined, at: workload.at('tolerations', index) });
  }
  return tolerations;
}
