import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject, SubjectReference } from '../core/subject.ts';
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
        if (kinds.has(resource.kind)) yield new View(resource, undefined);
        else for (const workload of workloadsOf(resource, inventory)) yield new View(resource, workload);
      }
    },
  };
}

/** A class, as a scan makes many: the members of a literal would be made anew for each object. */
class View implements WorkloadOrObject {
  readonly resource: Resource;
  readonly workload: Workload | undefined;
  readonly factRoot: Path;

  constructor(resource: Resource, workload: Workload | undefined) {
    this.resource = resource;
    this.workload = workload;
    this.factRoot = workload?.factRoot ?? [];
  }

  get reference(): SubjectReference {
    return this.resource;
  }

  get anchor(): Place {
    return this.at();
  }

  get namespace(): string {
    return this.resource.namespace ?? '';
  }

  get owner(): SubjectReference | undefined {
    return this.workload?.owner;
  }

  at(...path: Path): Place {
    return { resource: this.resource, path };
  }
}
