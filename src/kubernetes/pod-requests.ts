import type { Context } from '../core/check.ts';
import { asObject } from '../core/json.ts';
import { type ResourceList, requestOf, writtenAmount } from './container-resources.ts';
import type { MeasuredResource } from './measured-usage.ts';
import { quantityOf } from './quantity.ts';
import { isFrom } from './version.ts';
import type { Workload } from './workload.ts';

/**
 * What the scheduler keeps free for a pod, in units of 10⁻⁹: what its containers need together, or, if that is more, what an
 * init container needs beside the sidecars before it; or what the pod as a whole requests, from 1.34 on, of which its limit is
 * the default where no container requests anything. Overhead is added.
 */
export function podRequest(
  workload: Workload,
  resource: MeasuredResource,
  { targetVersion }: Pick<Context, 'targetVersion'>,
): bigint {
  const overhead = quantityOf(asObject(workload.pod['overhead'])[resource])?.nano ?? 0n;
  const ofContainers = containersRequest(workload, resource);
  if (!isFrom(targetVersion, 34)) return ofContainers + overhead;
  const limit = ofContainers === 0n ? amountOfPod(workload, 'limits', resource) : undefined;
  return (amountOfPod(workload, 'requests', resource) ?? limit ?? ofContainers) + overhead;
}

function amountOfPod({ pod }: Workload, list: ResourceList, resource: MeasuredResource): bigint | undefined {
  return quantityOf(writtenAmount({ content: pod }, list, resource))?.nano;
}

function containersRequest(workload: Workload, resource: MeasuredResource): bigint {
  let running = 0n;
  let sidecars = 0n;
  let starting = 0n;
  for (const container of workload.containers) {
    const request = requestOf(container, resource)?.nano ?? 0n;
    if (container.role === 'regular') running += request;
    if (container.role === 'sidecar') sidecars += request;
    if (container.role === 'init' && sidecars + request > starting) starting = sidecars + request;
  }
  const together = running + sidecars;
  return together > starting ? together : starting;
}
