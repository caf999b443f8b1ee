import { asList, asObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { templatePathsOf } from './pod-template.ts';
import { type Workload, workloadsOf } from './workload.ts';

const KINDS: ReadonlySet<string> = new Set(['Service', 'networking.k8s.io/Ingress']);

/** An object that opens ports or names them: a workload, a Service or an Ingress. */
export interface PortBearer extends Judged {
  readonly resource: Resource;
  /** Undefined for a Service and an Ingress. */
  readonly workload: Workload | undefined;
  /** The entries of a Service's `spec.ports`; none for other kinds. */
  readonly servicePorts: readonly JsonObject[];
  /** A field from the object's root. */
  at(...path: Path): Place;
}

/** Every workload, Service and Ingress of an inventory. */
export const portBearer: Subject<PortBearer> = {
  name: 'object',
  covers: (resource) => KINDS.has(resource.kind) || templatePathsOf(resource).length > 0,
  *enumerate(inventory) {
    for (const resource of inventory.resources) {
      if (KINDS.has(resource.kind)) yield bearerOf(resource, undefined);
      else for (const workload of workloadsOf(resource, inventory)) yield bearerOf(resource, workload);
    }
  },
};

function bearerOf(resource: Resource, workload: Workload | undefined): PortBearer {
  return {
    resource,
    workload,
    reference: resource,
    anchor: { resource, path: [] },
    ...(workload?.factRoot !== undefined && { factRoot: workload.factRoot }),
    get owner() {
      return workload?.owner;
    },
    get servicePorts() {
      if (resource.kind !== 'Service') return [];
      return asList(asObject(resource.content['spec'])['ports']).map(asObject);
    },
    at: (...path) => ({ resource, path }),
  };
}
