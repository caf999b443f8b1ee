import type { Path } from '../core/path.ts';

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

/** The pod-bearing kinds. */
export const workloadKinds: readonly string[] = [...podTemplatePaths.keys()];
