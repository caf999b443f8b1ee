import type { Inventory } from '../core/inventory.ts';
import type { Resource } from '../core/resource.ts';

/** True for an object that the inputs define again further on: what counts objects counts the later definition alone. */
export function isSuperseded(resource: Resource, inventory: Inventory): boolean {
  const last = inventory.find(resource.kind, resource.name, resource.namespace);
  return last.is === 'found' && last.item !== resource;
}
