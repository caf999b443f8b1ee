import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { templatePathsOf } from './pod-template.ts';
import { type Workload, workloadsOf } from './workload.ts';

/** A workload, or an object of another kind that a check judges by the same rule. */
export interface WorkloadOrObject extends Judged {
  readonly resource: Resource;
  /** Undefined for an object of another kind. */
  readonly workload: Workload | undefined;
  readonly namespace: string;
  /** A field from the object's root. */
  at(...path: Path): Place;
}

const subjects = new Map<string, Subject<WorkloadOrObject>>();

/** Every workload, and every object of some kinds; the same subject for the same kinds. */
export function workloadsAnd(...kinds: readonly string[]): Subject<WorkloadOrObject> {
  const key = kinds.toSorted().join(', ');
  const made = subjects.get(key) ?? subjectOf(new Set(kinds));
  subjects.set(key, made);
  return made;
}

function subjectOf(kinds: ReadonlySet<string>): Subject<WorkloadOrObject> {
  return {
    name: 'object',
    covers: (resource) => kinds.has(resource.kind) || templatePathsOf(resource).length > 0,
    *enumerate(inventory) {
      for (const resource of inventory.resources) {
        if (kinds.has(resource.kind)) yield viewOf(resource, undefined);
        else for (const workload of workloadsOf(resource, inventory)) yield viewOf(resource, workload);
      }
    },
  };
}

function viewOf(resource: Resource, workload: Workload | undefined): WorkloadOrObject {
  return {
    resource,
    workload,
    namespace: resource.namespace ?? '',
    reference: resource,
    anchor: { resource, path: [] },
    ...(workload?.factRoot !== undefined && { factRoot: workload.factRoot }),
    get owner() {
      return workload?.owner;
    },
    at: (...path) => ({ resource, path }),
  };
}
