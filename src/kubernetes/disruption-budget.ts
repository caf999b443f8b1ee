import type { Inventory } from '../core/inventory.ts';
import { asObject, isObject, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { podLabels } from './pod-labels.ts';
import { createSelectorIndex, type SelectorIndex } from './selector-index.ts';
import { isSuperseded } from './superseded.ts';
import type { Workload } from './workload.ts';

export const DISRUPTION_BUDGET = 'policy/PodDisruptionBudget';

const byInventory = new WeakMap<Inventory, Map<string, SelectorIndex<Resource>>>();

/**
 * The PodDisruptionBudgets among the inputs that select the pods of a workload.
 * @throws UnknownValueRead behind the last of them, if there is one whose selector is not known.
 */
export function budgetsSelecting(workload: Workload, inventory: Inventory): Iterable<Resource> {
  const known = byInventory.get(inventory) ?? new Map<string, SelectorIndex<Resource>>();
  byInventory.set(inventory, known);
  const { namespace } = workload;
  const index = known.get(namespace) ?? createSelectorIndex(budgetsIn(namespace, inventory), budgetSelector);
  known.set(namespace, index);
  return index.isEmpty ? [] : index.matching(podLabels(workload));
}

function budgetsIn(namespace: string, inventory: Inventory): readonly Resource[] {
  const { items } = inventory.select(DISRUPTION_BUDGET, namespace);
  return items.filter((budget) => !isSuperseded(budget, inventory));
}

/** The label selector of a PodDisruptionBudget; undefined where it selects nothing, as an empty one did in v1beta1. */
export function budgetSelector({ content }: Pick<Resource, 'content'>): JsonObject | undefined {
  const selector = asObject(content['spec'])['selector'];
  if (!isObject(selector)) return undefined;
  const isEmpty = Object.keys(selector).length === 0;
  return isEmpty && content['apiVersion'] === 'policy/v1beta1' ? undefined : selector;
}
