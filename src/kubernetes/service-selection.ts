import type { Inventory } from '../core/inventory.ts';
import { asObject, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { podLabels } from './pod-labels.ts';
import { createSelectorIndex, type SelectorIndex } from './selector-index.ts';
import type { Workload } from './workload.ts';

const byInventory = new WeakMap<Inventory, Map<string, SelectorIndex<Resource>>>();

/**
 * The Services among the inputs that send to the pods of a workload.
 * @throws UnknownValueRead behind the last of them, if there is one whose selector is not known.
 */
export function servicesSelecting(workload: Workload, inventory: Inventory): Iterable<Resource> {
  const known = byInventory.get(inventory) ?? new Map<string, SelectorIndex<Resource>>();
  byInventory.set(inventory, known);
  const { namespace } = workload;
  const index = known.get(namespace) ?? createSelectorIndex(servicesIn(namespace, inventory), serviceSelector);
  known.set(namespace, index);
  return index.isEmpty ? [] : index.matching(podLabels(workload));
}

function servicesIn(namespace: string, inventory: Inventory): readonly Resource[] {
  return inventory.select('Service', namespace).items;
}

/** The selector of a Service as a label selector; undefined where it selects no pods: empty, or an external name. */
function serviceSelector({ content }: Resource): JsonObject | undefined {
  const spec = asObject(content['spec']);
  const matchLabels = asObject(spec['selector']);
  if (Object.keys(matchLabels).length === 0 || spec['type'] === 'ExternalName') return undefined;
  return { matchLabels };
}
