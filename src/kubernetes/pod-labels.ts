import type { Place } from '../core/resource.ts';
import { textMap } from './resource.ts';
import type { Workload } from './workload.ts';

const known = new WeakMap<Workload, ReadonlyMap<string, string>>();

/** The labels of the pods of a workload; read once. */
export function podLabels(workload: Workload): ReadonlyMap<string, string> {
  const labels = known.get(workload) ?? textMap(workload.podMetadata['labels']);
  known.set(workload, labels);
  return labels;
}

/** The field that holds the labels of the pods. */
export function podLabelsField(workload: Workload): Place {
  const { resource, path } = workload.at();
  return { resource, path: [...path.slice(0, -1), 'metadata', 'labels'] };
}
