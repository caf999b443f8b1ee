import type { Inventory } from '../core/inventory.ts';
import { asList, asObject } from '../core/json.ts';
import type { Lookup, Missing } from '../core/lookup.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import type { Container } from './container.ts';
import { controlledPodKinds, controlledPods } from './controlled-pods.ts';
import { type Quantity, quantityOf } from './quantity.ts';

export const POD_METRICS = 'metrics.k8s.io/PodMetrics';
export const NODE_METRICS = 'metrics.k8s.io/NodeMetrics';

/** The kinds that are looked up to find what the pods of an object use. */
export const usageKinds: readonly string[] = [...controlledPodKinds, POD_METRICS];

/** What is measured of containers and nodes. */
export type MeasuredResource = 'cpu' | 'memory';

/** What was measured: one sample for each pod or node, as the metrics API of the cluster gave it. */
export type Usage =
  | { readonly is: 'known'; readonly samples: readonly [Quantity, ...Quantity[]] }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** True for containers that run as long as their pod, and are measured. */
export function isMeasured({ role }: Container): boolean {
  return role === 'regular' || role === 'sidecar';
}

/** What a container of a template uses in each pod that is made from it and was measured. */
export function usageInPods(container: Container, resource: MeasuredResource, inventory: Inventory): Usage {
  const controller = container.workload.resource;
  const pods = controlledPods(controller, inventory);
  let missing = pods.missing ?? { what: `no Pod of ${resourceTitle(controller)} is among the inputs` };
  const samples: Quantity[] = [];
  for (const pod of pods.items) {
    const usage = usageInPod(container.name, pod, resource, inventory);
    if (usage.is === 'known') samples.push(...usage.samples);
    else missing = usage.missing;
  }
  const [first, ...rest] = samples;
  return first === undefined ? { is: 'unknown', missing } : { is: 'known', samples: [first, ...rest] };
}

/** What a container of a pod uses. */
export function usageInPod(name: string, pod: Resource, resource: MeasuredResource, inventory: Inventory): Usage {
  const found = inventory.find(POD_METRICS, pod.name, pod.namespace);
  const what = `no sample of container "${name}" of ${resourceTitle(pod)} is among the inputs`;
  return usageIn(found, what, ({ content }) => {
    const entry = asList(content['containers']).find((container) => asObject(container)['name'] === name);
    return asObject(asObject(entry)['usage'])[resource];
  });
}

/** What a node uses. */
export function usageOfNode(node: Resource, resource: MeasuredResource, inventory: Inventory): Usage {
  const what = `no sample of ${resourceTitle(node)} is among the inputs`;
  return usageIn(inventory.find(NODE_METRICS, node.name), what, ({ content }) => asObject(content['usage'])[resource]);
}

function usageIn(found: Lookup<Resource>, what: string, amountIn: (metrics: Resource) => unknown): Usage {
  if (found.is === 'unknown') return found;
  const sample = found.is === 'found' ? quantityOf(amountIn(found.item)) : undefined;
  return sample === undefined ? { is: 'unknown', missing: { what } } : { is: 'known', samples: [sample] };
}
