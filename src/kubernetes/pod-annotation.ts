import { asObject } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import type { Workload } from './workload.ts';

/** An annotation of the pods of a workload. */
export interface PodAnnotation {
  readonly key: string;
  readonly value: string;
  readonly at: Place;
}

/** The annotations of the pods whose keys begin so. Values that are no text cannot be stored and are left out. */
export function podAnnotationsFrom(workload: Workload, prefix: string): PodAnnotation[] {
  const annotations = asObject(workload.podMetadata['annotations']);
  const found: PodAnnotation[] = [];
  for (const key of Object.keys(annotations)) {
    if (!key.startsWith(prefix)) continue;
    const value = annotations[key];
    if (typeof value === 'string') found.push({ key, value, at: annotationPlace(workload, key) });
  }
  return found;
}

function annotationPlace(workload: Workload, key: string): Place {
  const { resource, path } = workload.at();
  return { resource, path: [...path.slice(0, -1), 'metadata', 'annotations', key] };
}
