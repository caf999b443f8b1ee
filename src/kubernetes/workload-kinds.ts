import type { Resource } from '../core/resource.ts';
import type { Subject } from '../core/subject.ts';
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
