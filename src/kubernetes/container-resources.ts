import type { Context } from '../core/check.ts';
import { asObject } from '../core/json.ts';
import type { Container } from './container.ts';
import { limitRangeDefaults } from './limit-range-defaults.ts';
import { type Quantity, quantityOf } from './quantity.ts';
import { isAmountSet } from './resource-amount.ts';
import { isFrom } from './version.ts';
import type { Workload } from './workload.ts';

/** What a container asks for, and what it may use at most. */
export type ResourceList = 'requests' | 'limits';

type Scan = Pick<Context, 'inventory' | 'targetVersion'>;

/** True for containers that have resources of their own: all but ephemeral ones. */
export function hasResources({ role }: Container): boolean {
  return role !== 'ephemeral';
}

/** The amount as written; undefined where it is unset or null. */
export function writtenAmount({ content }: Pick<Container, 'content'>, list: ResourceList, name: string): unknown {
  return asObject(asObject(content['resources'])[list])[name] ?? undefined;
}

/** What a container requests as written; a limit supplies a missing request. Undefined for nothing, 0 and what is no quantity. */
export function requestOf(container: Container, name: string): Quantity | undefined {
  return amountOf(writtenAmount(container, 'requests', name) ?? writtenAmount(container, 'limits', name));
}

/** The limit of a container as written. Undefined for nothing, 0 and what is no quantity. */
export function limitOf(container: Container, name: string): Quantity | undefined {
  return amountOf(writtenAmount(container, 'limits', name));
}

function amountOf(value: unknown): Quantity | undefined {
  const quantity = quantityOf(value);
  return quantity?.nano === 0n ? undefined : quantity;
}

/**
 * True if the container has a request: its own, its limit, the default of a LimitRange where neither is written, or, from
 * 1.34 on, that of the pod as a whole.
 */
export function hasRequest(container: Container, name: string, scan: Scan): boolean {
  return hasPodAmount(container.workload, 'requests', name, scan) || hasOwnRequest(container, name, scan);
}

/** The same without the requests of the pod as a whole. */
export function hasOwnRequest(container: Container, name: string, scan: Scan): boolean {
  const request = writtenAmount(container, 'requests', name);
  if (isAmountSet(request)) return true;
  const limit = writtenAmount(container, 'limits', name);
  if (isAmountSet(limit)) return true;
  return request === undefined && limit === undefined && hasDefault(container, 'defaultRequest', name, scan);
}

/** True if the container has a limit: its own, the default of a LimitRange, or, from 1.34 on, that of the pod as a whole. */
export function hasLimit(container: Container, name: string, scan: Scan): boolean {
  const limit = writtenAmount(container, 'limits', name);
  if (isAmountSet(limit) || hasPodAmount(container.workload, 'limits', name, scan)) return true;
  return limit === undefined && hasResources(container) && hasDefault(container, 'default', name, scan);
}

function hasDefault(container: Container, field: 'default' | 'defaultRequest', name: string, scan: Scan): boolean {
  return limitRangeDefaults(container.workload.namespace, scan.inventory).has(field, name);
}

/** The pod as a whole has CPU, memory and huge pages only. A limit supplies the request there too. */
function hasPodAmount(workload: Workload, list: ResourceList, name: string, { targetVersion }: Scan): boolean {
  if (name === 'ephemeral-storage' || !isFrom(targetVersion, 34)) return false;
  if (isAmountSet(writtenAmount({ content: workload.pod }, list, name))) return true;
  return list === 'requests' && isAmountSet(writtenAmount({ content: workload.pod }, 'limits', name));
}
