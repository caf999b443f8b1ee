import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type Workload, workload } from './workload.ts';

/** A Pod of this spec as checks see it, for tests. */
export function workloadOfPod(spec: JsonObject, metadata: JsonObject = { name: 'web' }): Workload {
  const [view] = workload.enumerate(inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', metadata, spec }]));
  if (view === undefined) throw new Error('no workload');
  return view;
}
