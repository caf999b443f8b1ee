import type { Place } from '../core/resource.ts';
import { textMap } from './resource.ts';
import type { Workload } from './workload.ts';

/** The labels of the pods of a workload. */
export function podLabels(workload: Workload): ReadonlyMap<string, string> {
  return textMap(workload.podMetadata['labels']);
}

/** The field that holds the labels of the pods. */
export function podLabelsField(workload: Workload): Place {
  const { resource, path } = workload.at();
  return { resource, path: [...path.slice(0, -1), 'metadata', 'labels'] };
}
