import { addToGroup } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import type { Selection } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { type ControllerReference, controllerReference, deploymentOfPod } from './ownership.ts';

/** Controllers that stand between pods and the object that a person writes. */
const BETWEEN: readonly string[] = ['apps/ReplicaSet', 'batch/Job'];

/** The kinds that are looked up to find the pods of an object. */
export const controlledPodKinds: readonly string[] = ['Pod', ...BETWEEN];

interface PodIndex {
  readonly byController: ReadonlyMap<string, readonly Resource[]>;
  /** By namespace, the first of whose owners are not known. */
  readonly unclear: ReadonlyMap<string | undefined, UnknownValueRead>;
}

const byInventory = new WeakMap<Inventory, PodIndex>();

/**
 * The Pods among the inputs that an object made, itself or through a ReplicaSet or Job.
 * @throws UnknownValueRead if its namespace holds a Pod of which it is not known who made it.
 */
export function controlledPods(controller: Resource, inventory: Inventory): Selection<Resource> {
  const index = byInventory.get(inventory) ?? indexOf(inventory);
  byInventory.set(inventory, index);
  const { namespace } = controller;
  const unclear = index.unclear.get(namespace);
  if (unclear !== undefined) throw unclear;
  const items = index.byController.get(keyOf(namespace, controller)) ?? [];
  return { items, missing: inventory.select('Pod', namespace).missing };
}

function indexOf(inventory: Inventory): PodIndex {
  const byController = new Map<string, Resource[]>();
  const unclear = new Map<string | undefined, UnknownValueRead>();
  for (const pod of inventory.select('Pod').items) {
    try {
      for (const controller of controllersOf(pod, inventory)) {
        addToGroup(byController, keyOf(pod.namespace, controller), pod);
      }
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear.set(pod.namespace, error);
    }
  }
  return { byController, unclear };
}

/** The controller of a pod, and the controller of that one where it stands between. */
function controllersOf(pod: Resource, inventory: Inventory): ControllerReference[] {
  const direct = controllerReference(pod);
  if (direct === undefined) return [];
  if (!BETWEEN.includes(direct.kind)) return [direct];
  const found = inventory.find(direct.kind, direct.name, pod.namespace);
  const above = found.is === 'found' ? controllerReference(found.item) : deploymentOfPod(pod);
  return above === undefined ? [direct] : [direct, above];
}

function keyOf(namespace: string | undefined, { kind, name }: ControllerReference): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}
