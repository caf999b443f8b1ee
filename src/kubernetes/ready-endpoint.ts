import type { Inventory } from '../core/inventory.ts';
import { asList, asObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { known, type Truth, unknown, yes } from '../core/truth.ts';

export const ENDPOINT_SLICE_KIND = 'discovery.k8s.io/EndpointSlice';
const SERVICE_NAME = 'kubernetes.io/service-name';

/** Whether a Service of a live cluster has an endpoint that is ready. */
export function hasReadyEndpoint(service: Resource, inventory: Inventory): Truth {
  const { items, missing } = inventory.select(ENDPOINT_SLICE_KIND, service.namespace);
  const isReady = items.some(({ content }) => {
    if (asObject(asObject(content['metadata'])['labels'])[SERVICE_NAME] !== service.name) return false;
    // A condition that is not set counts as ready.
    return asList(content['endpoints']).some((one) => asObject(asObject(one)['conditions'])['ready'] !== false);
  });
  if (isReady) return yes;
  return missing === undefined ? known(false) : unknown(missing.what);
}
