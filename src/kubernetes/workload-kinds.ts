import type { Resource } from '../core/resource.ts';
import type { Subject } from '../core/subject.ts';
import { type KubernetesObject, objectsOf } from './object.ts';
import { type Workload, workload } from './workload.ts';

const subjects = new Map<string, Subject<Workload>>();

/** The workloads of some kinds (`apps/Deployment`) and no other; the same subject for the same kinds. */
export function workloadsOnly(...kinds: readonly string[]): Subject<Workload> {
  return remembered(`only ${kinds.toSorted().join(', ')}`, ({ kind }) => kinds.includes(kind));
}

/** Every workload but those of some kinds, custom resources included; the same subject for the same kinds. */
export function workloadsExcept(...kinds: readonly string[]): Subject<Workload> {
  return remembered(`except ${kinds.toSorted().join(', ')}`, ({ kind }) => !kinds.includes(kind));
}

function remembered(key: string, isWanted: (resource: Resource) => boolean): Subject<Workload> {
  const made = subjects.get(key) ?? narrowed(isWanted);
  subjects.set(key, made);
  return made;
}

function narrowed(isWanted: (resource: Resource) => boolean): Subject<Workload> {
  return {
    name: workload.name,
    covers: (resource) => isWanted(resource) && workload.covers(resource),
    *enumerate(inventory) {
      for (const view of workload.enumerate(inventory)) if (isWanted(view.resource)) yield view;
    },
  };
}

/** Every workload, and the plain objects of some kinds; the same subject for the same kinds. */
export function workloadsAnd(...kinds: readonly string[]): Subject<Workload | KubernetesObject> {
  const key = kinds.toSorted().join(', ');
  const made = unions.get(key) ?? unionOf(objectsOf(...kinds));
  unions.set(key, made);
  return made;
}

const unions = new Map<string, Subject<Workload | KubernetesObject>>();

function unionOf(objects: Subject<KubernetesObject>): Subject<Workload | KubernetesObject> {
  return {
    name: 'object',
    covers: (resource) => workload.covers(resource) || objects.covers(resource),
    *enumerate(inventory) {
      yield* workload.enumerate(inventory);
      yield* objects.enumerate(inventory);
    },
  };
}

/** True for the view of a workload among those of `workloadsAnd`. */
export function isWorkload(view: Workload | KubernetesObject): view is Workload {
  return 'containers' in view;
}
