import { addToGroup } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject, type JsonObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { autoscalersOf, fewestReplicas } from './autoscaler.ts';
import { missingKinds } from './missing-kinds.ts';
import { podLabels } from './pod-labels.ts';
import { workloadKinds } from './pod-template.ts';
import { replicasOf } from './replicas.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';
import { isSuperseded } from './superseded.ts';
import { type Workload, workloadsIn } from './workload.ts';

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
  namespace: string,
  inventory: Inventory,
): SelectedReplicas {
  if (selector === undefined) return { replicas: 0, missing: undefined };
  const labelled = labelledWorkloads(namespace, inventory);
  let replicas = 0;
  for (const workload of candidates(selector, labelled)) {
    if (!labelSelectorMatches(selector, podLabels(workload)) || workload.owner !== undefined) continue;
    replicas += podsOf(workload, inventory);
  }
  return { replicas, missing: labelled.missing };
}

function podsOf({ resource }: Workload, inventory: Inventory): number {
  if (resource.kind === 'Pod') return 1;
  const replicas = replicasOf(resource);
  if (replicas === undefined) return 0;
  return Math.max(replicas, ...[...autoscalersOf(resource, inventory)].map(fewestReplicas));
}

/** The workloads of a namespace, and by each of their labels. */
interface LabelledWorkloads {
  readonly workloads: readonly Workload[];
  readonly byLabel: ReadonlyMap<string, readonly Workload[]>;
  readonly missing: Missing | undefined;
}

const byInventory = new WeakMap<Inventory, Map<string, LabelledWorkloads>>();

function labelledWorkloads(namespace: string, inventory: Inventory): LabelledWorkloads {
  const known = byInventory.get(inventory) ?? new Map<string, LabelledWorkloads>();
  byInventory.set(inventory, known);
  const labelled = known.get(namespace) ?? readWorkloads(namespace, inventory);
  known.set(namespace, labelled);
  return labelled;
}

function readWorkloads(namespace: string, inventory: Inventory): LabelledWorkloads {
  const workloads: Workload[] = [];
  const byLabel = new Map<string, Workload[]>();
  let missing = missingKinds(inventory, workloadKinds, namespace);
  for (const workload of workloadsIn(namespace, inventory)) {
    if (isSuperseded(workload.resource, inventory)) continue;
    try {
      for (const label of labelsOf(podLabels(workload))) addToGroup(byLabel, label, workload);
      workloads.push(workload);
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      missing ??= { what: error.message };
    }
  }
  return { workloads, byLabel, missing };
}

/** The workloads that have the rarest label of those asked for; all where none is. */
function candidates(selector: JsonObject, { workloads, byLabel }: LabelledWorkloads): readonly Workload[] {
  return labelsOf(textMap(asObject(selector['matchLabels'])))
    .map((label) => byLabel.get(label) ?? [])
    .reduce((fewest, some) => (some.length < fewest.length ? some : fewest), workloads);
}

function labelsOf(labels: ReadonlyMap<string, string>): string[] {
  return [...labels].map(([key, value]) => `${key}=${value}`);
}
