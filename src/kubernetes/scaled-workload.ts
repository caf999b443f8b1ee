import type { Inventory } from '../core/inventory.ts';
import type { Lookup } from '../core/lookup.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { scaleTarget } from './autoscaler.ts';
import { type Workload, workloadsOf } from './workload.ts';

/** The kinds in which the target of an autoscaler is looked up. */
export const scaledKinds: readonly string[] = [
  'ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
];

/** The pods that an autoscaler scales. What it targets without a pod template is not known, and so are other kinds. */
export function scaledWorkload(autoscaler: Resource, inventory: Inventory): Lookup<Workload> {
  const { kind, name } = scaleTarget(autoscaler);
  const { namespace } = autoscaler;
  const title = resourceTitle({ kind, namespace, name });
  if (!scaledKinds.includes(kind)) return { is: 'unknown', missing: { what: `which pods ${title} has` } };
  const found = inventory.find(kind, name, namespace);
  if (found.is !== 'found') return found;
  const [workload] = workloadsOf(found.item, inventory);
  if (workload === undefined) return { is: 'unknown', missing: { what: `which pods ${title} has` } };
  return { is: 'found', item: workload };
}
