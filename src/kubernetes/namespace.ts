import type { Inventory } from '../core/inventory.ts';
import { asObject } from '../core/json.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { textMap } from './resource.ts';
import { type Workload, workloadsIn } from './workload.ts';

/** A namespace, by its object or implied by an object that lies in it. */
export interface Namespace extends Judged {
  readonly name: string;
  /** Undefined where the namespace is only implied. */
  readonly resource: Resource | undefined;
  /** Undefined where the namespace is only implied: the input does not show them. */
  readonly labels: ReadonlyMap<string, string> | undefined;
  readonly workloads: readonly Workload[];
  at(...path: readonly (string | number)[]): Place;
}

/** Every namespace of an inventory, implied ones included. */
export const namespace: Subject<Namespace> = {
  name: 'namespace',
  covers: (resource) => resource.kind === 'Namespace',
  *enumerate(inventory) {
    const seen = new Set<string>();
    for (const resource of inventory.ofKind('Namespace')) {
      seen.add(resource.name);
      yield namespaceOf(resource.name, resource, { resource, path: [] }, inventory);
    }
    for (const resource of inventory.resources) {
      const name = resource.namespace;
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      yield namespaceOf(name, undefined, { resource, path: ['metadata', 'namespace'] }, inventory);
    }
  },
};

function namespaceOf(name: string, resource: Resource | undefined, anchor: Place, inventory: Inventory): Namespace {
  return {
    name,
    resource,
    reference: { kind: 'Namespace', namespace: undefined, name },
    anchor,
    get labels() {
      if (resource === undefined) return undefined;
      return textMap(asObject(resource.content['metadata'])['labels']);
    },
    get workloads() {
      return workloadsIn(name, inventory);
    },
    at: (...path) => (resource === undefined ? anchor : { resource, path }),
  };
}
