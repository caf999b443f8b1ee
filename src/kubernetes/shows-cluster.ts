import { isCovered } from '../core/coverage.ts';
import type { Inventory } from '../core/inventory.ts';

/**
 * True if the inventory shows a cluster and not just some manifests: it holds a node, or is claimed to hold every object of
 * the kinds.
 */
export function showsCluster(inventory: Inventory, kinds: readonly string[]): boolean {
  if (inventory.select('Node').items.length > 0) return true;
  const claimed = { claims: inventory.coverage.claims, gaps: [] };
  return kinds.every((kind) => isCovered(claimed, kind, undefined));
}
