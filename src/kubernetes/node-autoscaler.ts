import type { Inventory } from '../core/inventory.ts';

/** The kinds by whose names an autoscaler is known; one may run in a cluster of which only the pods were recorded. */
const RUNNING = ['apps/Deployment', 'Pod'];

/** The kinds that are looked up to tell whether a cluster adds nodes by itself. */
export const nodeAutoscalerKinds: readonly string[] = ['karpenter.sh/NodePool', ...RUNNING];

const NAMES = ['cluster-autoscaler', 'karpenter'];

/** True if something among the inputs adds nodes when pods have no room: Karpenter, or the cluster autoscaler. */
export function showsNodeAutoscaler(inventory: Inventory): boolean {
  if (inventory.select('karpenter.sh/NodePool').items.length > 0) return true;
  return RUNNING.some((kind) =>
    inventory.select(kind).items.some(({ name }) => NAMES.some((part) => name.includes(part))),
  );
}
