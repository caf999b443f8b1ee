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

/** True if the object says that an object of the kind controls it, whether the inventory holds that object or not. */
export function isControlledBy(resource: Resource, kind: string): boolean {
  return controllerReference(resource)?.kind === kind;
}

/** The kind and name of an object in the namespace of what it made. */
export interface ControllerReference {
  readonly kind: string;
  readonly name: string;
}

/** What an object says of the controller that made it; undefined where none did. */
export function controllerReference({ content }: Pick<Resource, 'content'>): ControllerReference | undefined {
  for (const entry of asList(asObject(content['metadata'])['ownerReferences'])) {
    const reference = asObject(entry);
    if (reference['controller'] !== true) continue;
    const kind = kindOf(asString(reference['apiVersion']) ?? '', asString(reference['kind']) ?? '');
    return { kind, name: asString(reference['name']) ?? '' };
  }
  return undefined;
}

/**
 * The Deployment of a pod whose ReplicaSet is not among the inputs: a Deployment names its ReplicaSets after itself and the
 * hash of the template, which their pods have as a label.
 */
export function deploymentOfPod(pod: Pick<Resource, 'content'>): ControllerReference | undefined {
  const replicaSet = controllerReference(pod);
  const hash = asString(asObject(asObject(pod.content['metadata'])['labels'])['pod-template-hash']);
  if (replicaSet?.kind !== 'apps/ReplicaSet' || !hash || !replicaSet.name.endsWith(`-${hash}`)) return undefined;
  return { kind: 'apps/Deployment', name: replicaSet.name.slice(0, -hash.length - 1) };
}

function controllerOf(resource: Resource, inventory: Inventory): Resource | undefined {
  const reference = controllerReference(resource);
  if (reference === undefined) return undefined;
  return find(reference) ?? find(deploymentOfPod(resource));

  function find(controller: ControllerReference | undefined): Resource | undefined {
    if (controller === undefined) return undefined;
    const found = inventory.find(controller.kind, controller.name, resource.namespace);
    return found.is === 'found' ? found.item : undefined;
  }
}
