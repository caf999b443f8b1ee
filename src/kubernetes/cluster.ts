import type { Inventory } from '../core/inventory.ts';
import type { Origin, Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';

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
    if (inventory.resources.length === 0) return;
    const view = clusters.get(inventory) ?? clusterOf(inventory);
    clusters.set(inventory, view);
    yield view;
  },
};

/** One view for each inventory, so that all subjects it belongs to mean the same thing. */
const clusters = new WeakMap<Inventory, Cluster>();

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
