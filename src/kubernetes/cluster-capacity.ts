import type { Context } from '../core/check.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import type { MeasuredResource } from './measured-usage.ts';
import { nodeAutoscalerKinds, showsNodeAutoscaler } from './node-autoscaler.ts';
import { podRequest } from './pod-requests.ts';
import { quantityOf } from './quantity.ts';
import { workloadsOf } from './workload.ts';

type Scan = Pick<Context, 'inventory' | 'targetVersion'>;

/** The kinds that are looked up to tell what a cluster has left. */
export const capacityKinds: readonly string[] = ['Node', ...nodeAutoscalerKinds];

/** Amounts in units of 10⁻⁹. */
export type Amounts = Readonly<Record<MeasuredResource, bigint>>;

/** What a cluster has left, that it grows when nothing is left, or what is missing to tell. */
export type Capacity =
  | { readonly is: 'growing' }
  | { readonly is: 'known'; readonly free: Amounts }
  | { readonly is: 'unknown'; readonly missing: Missing };

const byInventory = new WeakMap<Inventory, Capacity>();

/** What schedulable nodes can allocate, without what the running pods request. Can be less than nothing. */
export function freeCapacity(scan: Scan): Capacity {
  const capacity = byInventory.get(scan.inventory) ?? readCapacity(scan);
  byInventory.set(scan.inventory, capacity);
  return capacity;
}

function readCapacity(scan: Scan): Capacity {
  if (showsNodeAutoscaler(scan.inventory)) return { is: 'growing' };
  const nodes = scan.inventory.select('Node');
  const pods = scan.inventory.select('Pod');
  const others = nodeAutoscalerKinds.map((kind) => scan.inventory.select(kind));
  const missing = [nodes, pods, ...others].map((selection) => selection.missing).find((one) => one !== undefined);
  if (missing !== undefined) return { is: 'unknown', missing };
  if (nodes.items.length === 0) return { is: 'unknown', missing: { what: 'no Node is among the inputs' } };
  try {
    return { is: 'known', free: { cpu: freeOf('cpu'), memory: freeOf('memory') } };
  } catch (error) {
    if (!(error instanceof UnknownValueRead)) throw error;
    return { is: 'unknown', missing: { what: error.message } };
  }

  function freeOf(resource: MeasuredResource): bigint {
    let free = 0n;
    for (const node of nodes.items) free += allocatable(node, resource);
    for (const pod of pods.items) free -= requested(pod, resource, scan);
    return free;
  }
}

function allocatable({ content }: Resource, resource: MeasuredResource): bigint {
  if (asObject(content['spec'])['unschedulable'] === true) return 0n;
  return quantityOf(asObject(asObject(content['status'])['allocatable'])[resource])?.nano ?? 0n;
}

function requested(pod: Resource, resource: MeasuredResource, scan: Scan): bigint {
  if (asObject(pod.content['status'])['phase'] !== 'Running') return 0n;
  const [workload] = workloadsOf(pod, scan.inventory);
  return workload === undefined ? 0n : podRequest(workload, resource, scan);
}
