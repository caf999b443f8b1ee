import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
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

/** True if the object says that an object of the kind controls it, whether the inventory holds that object or not. */
export function isControlledBy(resource: Resource, kind: string): boolean {
  return controllerReferences(resource).some((reference) => referredKind(reference) === kind);
}

function controllerOf(resource: Resource, inventory: Inventory): Resource | undefined {
  for (const reference of controllerReferences(resource)) {
    const found = inventory.find(referredKind(reference), asString(reference['name']) ?? '', resource.namespace);
    if (found.is === 'found') return found.item;
  }
  return undefined;
}

function controllerReferences(resource: Resource): JsonObject[] {
  const references = asList(asObject(resource.content['metadata'])['ownerReferences']).map(asObject);
  return references.filter((reference) => reference['controller'] === true);
}

function referredKind(reference: JsonObject): string {
  return kindOf(asString(reference['apiVersion']) ?? '', asString(reference['kind']) ?? '');
}
