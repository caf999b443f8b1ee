import type { Inventory } from '../core/inventory.ts';

/** The kinds that are looked up to tell whether a cluster adds nodes by itself. */
export const nodeAutoscalerKinds: readonly string[] = ['karpenter.sh/NodePool', 'apps/Deployment'];

const NAMES = ['cluster-autoscaler', 'karpenter'];

/** True if something among the inputs adds nodes when pods have no room: Karpenter, or the cluster autoscaler. */
export function showsNodeAutoscaler(inventory: Inventory): boolean {
  if (inventory.select('karpenter.sh/NodePool').items.length > 0) return true;
  return inventory.select('apps/Deployment').items.some(({ name }) => NAMES.some((part) => name.includes(part)));
}
