import type { Inventory } from '../core/inventory.ts';
import type { Missing } from '../core/lookup.ts';
import { workloadKinds } from './pod-template.ts';

/** What is missing to know every workload of a namespace; undefined if nothing is. */
export function missingWorkloads(namespace: string, inventory: Inventory): Missing | undefined {
  for (const kind of workloadKinds) {
    const { missing } = inventory.select(kind, namespace);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
