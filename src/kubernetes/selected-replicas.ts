import type { Inventory } from '../core/inventory.ts';
import type { JsonObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import { autoscalersOf, fewestReplicas } from './autoscaler.ts';
import { podLabels } from './pod-labels.ts';
import { workloadKinds } from './pod-template.ts';
import { replicasOf } from './replicas.ts';
import { labelSelectorMatches } from './selector.ts';
import { type Workload, workloadsOf } from './workload.ts';

/** How many pods the objects among the inputs keep that a selector selects. */
export interface SelectedReplicas {
  readonly replicas: number;
  /** What is missing to know every such object; undefined if nothing is. */
  readonly missing: Missing | undefined;
}

/**
 * The sum of the replicas of the objects of a namespace whose pods a label selector selects: of controllers what they ask
 * for, or the fewest that an autoscaler keeps if that is more; of a Pod without a controller one. Objects that another
 * one makes are left out, and so are those without a number of replicas: DaemonSets and Jobs. No selector selects nothing.
 */
export function selectedReplicas(
  selector: JsonObject | undefined,
  namespace: string | undefined,
  inventory: Inventory,
): SelectedReplicas {
  if (selector === undefined) return { replicas: 0, missing: undefined };
  let replicas = 0;
  let missing: Missing | undefined;
  for (const kind of workloadKinds) {
    const selection = inventory.select(kind, namespace);
    missing ??= selection.missing;
    for (const resource of selection.items) {
      for (const workload of workloadsOf(resource, inventory)) {
        if (!labelSelectorMatches(selector, podLabels(workload)) || workload.owner !== undefined) continue;
        replicas += podsOf(workload, inventory);
      }
    }
  }
  return { replicas, missing };
}

function podsOf({ resource }: Workload, inventory: Inventory): number {
  if (resource.kind === 'Pod') return 1;
  const replicas = replicasOf(resource);
  if (replicas === undefined) return 0;
  return Math.max(replicas, ...[...autoscalersOf(resource, inventory)].map(fewestReplicas));
}
