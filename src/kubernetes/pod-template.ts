import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { templatesByShape } from './pod-template-shape.ts';

/** Where each built-in pod-bearing kind keeps the metadata and spec of its pods. */
export const podTemplatePaths: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['Pod', []],
  ['PodTemplate', ['template']],
  ['ReplicationController', ['spec', 'template']],
  ['apps/DaemonSet', ['spec', 'template']],
  ['apps/Deployment', ['spec', 'template']],
  ['apps/ReplicaSet', ['spec', 'template']],
  ['apps/StatefulSet', ['spec', 'template']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['batch/Job', ['spec', 'template']],
]);

/** The built-in pod-bearing kinds. */
export const workloadKinds: readonly string[] = [...podTemplatePaths.keys()];

/** Where a resource keeps the metadata and spec of its pods: known for built-in kinds, found by shape in custom resources. */
export function templatePathsOf(resource: Resource): readonly Path[] {
  const known = podTemplatePaths.get(resource.kind);
  return known === undefined ? templatesByShape(resource) : [known];
}
