import type { Inventory } from '../core/inventory.ts';
import type { Origin, Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { type KubernetesObject, objectsOf } from './object.ts';

/** The cluster as a whole, which no object stands for: its findings have no file to open. */
export interface Cluster extends Judged {
  readonly inventory: Inventory;
  at(): Place;
}

const nowhere: Origin = { file: '', document: 0, locate: () => [] };

/** One verdict for a whole inventory that holds anything. */
export const cluster: Subject<Cluster> = {
  name: 'cluster',
  covers: () => false,
  *enumerate(inventory) {
    if (inventory.resources.length > 0) yield clusterOf(inventory);
  },
};

function clusterOf(inventory: Inventory): Cluster {
  const resource: Resource = {
    kind: 'Cluster',
    name: inventory.id,
    namespace: undefined,
    content: {},
    origin: nowhere,
  };
  return {
    inventory,
    reference: resource,
    anchor: { resource, path: [] },
    at: () => ({ resource, path: [] }),
  };
}

const nodes = objectsOf('Node');

/** The cluster as a whole, and each of its nodes. */
export const clusterAndNodes: Subject<Cluster | KubernetesObject> = {
  name: 'cluster',
  covers: (resource) => nodes.covers(resource),
  *enumerate(inventory) {
    yield* cluster.enumerate(inventory);
    yield* nodes.enumerate(inventory);
  },
};

/** True for the view of the cluster among those of `clusterAndNodes`. */
export function isCluster(view: Cluster | KubernetesObject): view is Cluster {
  return 'inventory' in view;
}
