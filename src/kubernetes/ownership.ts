import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import type { SubjectReference } from '../core/subject.ts';
import { kindOf } from './kind.ts';

/** Deployment, ReplicaSet, Pod: a chain of owners is short; a longer one is a loop. */
const LONGEST_CHAIN = 8;

/** The topmost controlling owner of an object that the inventory holds, if there is one. */
export function controllingOwner(resource: Resource, inventory: Inventory): SubjectReference | undefined {
  let top: Resource | undefined;
  let current: Resource | undefined = resource;
  for (let step = 0; step < LONGEST_CHAIN && current !== undefined; step += 1) {
    const next: Resource | undefined = controllerOf(current, inventory);
    if (next !== undefined) top = next;
    current = next;
  }
  return top === undefined || top === resource ? undefined : top;
}

function controllerOf(resource: Resource, inventory: Inventory): Resource | undefined {
  for (const entry of asList(asObject(resource.content['metadata'])['ownerReferences'])) {
    const reference = asObject(entry);
    if (reference['controller'] !== true) continue;
    const kind = kindOf(asString(reference['apiVersion']) ?? '', asString(reference['kind']) ?? '');
    const found = inventory.find(kind, asString(reference['name']) ?? '', resource.namespace);
    if (found.is === 'found') return found.item;
  }
  return undefined;
}
