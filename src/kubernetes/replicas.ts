import { asNumber, asObject } from '../core/json.ts';
import type { Place, Resource } from '../core/resource.ts';

/** The built-in kinds with `spec.replicas`, which is 1 where it is unset. */
const REPLICATED: ReadonlySet<string> = new Set([
  'ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
]);

/** The pod-bearing built-in kinds without replicas. */
export const unreplicatedKinds: readonly string[] = [
  'Pod',
  'PodTemplate',
  'apps/DaemonSet',
  'batch/CronJob',
  'batch/Job',
];

/** The replicas that an object asks for; undefined for a built-in kind without replicas, and a custom resource that sets none. */
export function replicasOf({ kind, content }: Resource): number | undefined {
  if (unreplicatedKinds.includes(kind)) return undefined;
  return asNumber(asObject(content['spec'])['replicas']) ?? (REPLICATED.has(kind) ? 1 : undefined);
}

/** The field that holds the replicas. */
export function replicasField(resource: Resource): Place {
  return { resource, path: ['spec', 'replicas'] };
}
