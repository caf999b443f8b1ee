import type { Inventory } from '../core/inventory.ts';
import type { Missing } from '../core/lookup.ts';
import type { Container } from './container.ts';
import { limitOf, requestOf } from './container-resources.ts';
import { isMeasured, type MeasuredResource, usageInPods } from './measured-usage.ts';
import { isStored } from './object.ts';
import { compareQuantities, formatQuantity, type Quantity } from './quantity.ts';
import { percentOfQuantity, readableAmount } from './quantity-share.ts';

/** How what a container requests compares with what it uses. */
export type RequestFit =
  | { readonly is: 'none' }
  /** A manifest beside which no pod stands: nothing runs that could be measured. */
  | { readonly is: 'not-running' }
  | { readonly is: 'unknown'; readonly missing: Missing }
  | { readonly is: 'known'; readonly used: Quantity; readonly request: Quantity; readonly data: RequestFitData };

/** The words for it. */
export interface RequestFitData {
  readonly used: string;
  readonly request: string;
  /** Of the request, in percent. */
  readonly share: number;
  /** A request a fifth above what is used, and not above the limit. */
  readonly fitting: string;
}

/**
 * Compares a container's request with its use, `none` where there is no request or nothing is measured. `aggregate` makes one
 * amount of the samples of several pods.
 */
export function requestFit(
  container: Container,
  resource: MeasuredResource,
  aggregate: (samples: readonly [Quantity, ...Quantity[]]) => Quantity,
  inventory: Inventory,
): RequestFit {
  const request = isMeasured(container) ? requestOf(container, resource) : undefined;
  if (request === undefined) return { is: 'none' };
  const usage = usageInPods(container, resource, inventory);
  if (usage.is === 'unknown') return isRunning(container, inventory) ? usage : { is: 'not-running' };
  const used = aggregate(usage.samples);
  const data = {
    used: readableAmount(used, resource),
    request: formatQuantity(request),
    share: percentOfQuantity(used, request),
    fitting: fittingRequest(used, limitOf(container, resource), resource),
  };
  return { is: 'known', used, request, data };
}

function isRunning({ workload }: Container, inventory: Inventory): boolean {
  return isStored(workload.resource) || inventory.ofKind('Pod').length > 0;
}

function fittingRequest(used: Quantity, limit: Quantity | undefined, resource: MeasuredResource): string {
  const wanted: Quantity = { nano: (used.nano * 6n) / 5n, form: used.form };
  const isAboveLimit = limit !== undefined && compareQuantities(wanted, limit) > 0;
  return isAboveLimit ? formatQuantity(limit) : readableAmount(wanted, resource);
}
