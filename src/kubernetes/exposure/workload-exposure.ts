import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject } from '../../core/json.ts';
import type { Missing } from '../../core/lookup.ts';
import { type Place, type Resource, resourceTitle } from '../../core/resource.ts';
import { isNamespaced } from '../kind.ts';
import { podLabelsField } from '../pod-labels.ts';
import { textMap } from '../resource.ts';
import { servicesSelecting } from '../service-selection.ts';
import type { Workload } from '../workload.ts';
import { routedServices, routingKinds } from './exposed-services.ts';
import { isInternalLoadBalancer } from './internal-load-balancer.ts';

/** The kinds that decide whether the pods of a workload can be reached from outside the cluster. */
export const exposureKinds: readonly string[] = ['Service', ...routingKinds];

/** One way from outside the cluster to the pods of a workload. */
export interface Exposure {
  /** `Ingress shop/web`, `port 8080 of the node`. */
  readonly by: string;
  /** The field of the workload that makes it so. */
  readonly field: Place;
}

/** How the pods of a workload are exposed, and what is missing to say that they are not. */
export interface WorkloadExposure {
  readonly exposure: Exposure | undefined;
  readonly missing: Missing | undefined;
}

/** Finds the first way from outside the cluster to the pods of a workload. */
export function exposureOf(workload: Workload, inventory: Inventory): WorkloadExposure {
  const onNode = nodePortOf(workload);
  if (onNode !== undefined) return { exposure: onNode, missing: undefined };
  const services = [...servicesSelecting(workload, inventory)];
  const routed = routedServices(inventory);
  for (const service of services) {
    const by = isOpen(service) ? resourceTitle(service) : routed.by.get(keyOf(service));
    if (by !== undefined) return { exposure: { by, field: podLabelsField(workload) }, missing: undefined };
  }
  const [doubt] = services.flatMap((service) => routed.missing.get(keyOf(service)) ?? []);
  if (doubt !== undefined) return { exposure: undefined, missing: { what: doubt } };
  const { missing } = inventory.select('Service', workload.namespace);
  if (missing !== undefined || services.length === 0) return { exposure: undefined, missing };
  return { exposure: undefined, missing: missingRouting(inventory) };
}

function keyOf({ namespace = '', name }: Resource): string {
  return `${namespace}/${name}`;
}

function missingRouting(inventory: Inventory): Missing | undefined {
  for (const kind of routingKinds) {
    // A route may lie in any namespace; the labels of one matter only where a route is.
    const { missing } = kind === 'Namespace' || !isNamespaced(kind) ? { missing: undefined } : inventory.select(kind);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

/** A port of the node that leads to a container. */
function nodePortOf(workload: Workload): Exposure | undefined {
  const onHost = workload.pod['hostNetwork'] === true;
  for (const container of workload.containers) {
    for (const [index, entry] of asList(container.content['ports']).entries()) {
      const { hostPort, containerPort } = asObject(entry);
      const port = onHost ? (hostPort ?? containerPort) : hostPort;
      if (typeof port !== 'number' || port === 0) continue;
      return { by: `port ${port} of the node`, field: container.at('ports', index) };
    }
  }
  return undefined;
}

/** A Service that is open to the outside by itself. */
function isOpen({ content }: Resource): boolean {
  const spec = asObject(content['spec']);
  if (asList(spec['externalIPs']).length > 0 || spec['type'] === 'NodePort') return true;
  if (spec['type'] !== 'LoadBalancer') return false;
  return !isInternalLoadBalancer(textMap(asObject(content['metadata'])['annotations']), spec);
}
