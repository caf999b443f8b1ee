import type { Inventory } from '../core/inventory.ts';
import { asList, asObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { controlledPods } from './controlled-pods.ts';
import { timeOf } from './time.ts';

/**
 * Since when the pods of a controller that are not ready are so, in milliseconds since 1970, the longest first. Pods that have
 * come to their end are left out, and those of which no time is known.
 * @throws UnknownValueRead if its namespace holds a pod of which it is not known who made it.
 */
export function unreadySince(controller: Resource, inventory: Inventory): number[] {
  return controlledPods(controller, inventory)
    .items.flatMap((pod) => podUnreadySince(pod) ?? [])
    .toSorted((left, right) => left - right);
}

function podUnreadySince({ content }: Resource): number | undefined {
  const { phase, conditions } = asObject(content['status']);
  if (phase === 'Succeeded' || phase === 'Failed') return undefined;
  const ready = asList(conditions)
    .map(asObject)
    .find(({ type }) => type === 'Ready');
  if (ready?.['status'] === 'True') return undefined;
  return timeOf(ready?.['lastTransitionTime'] ?? asObject(content['metadata'])['creationTimestamp']);
}
