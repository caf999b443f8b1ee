import type { Subject } from '../core/subject.ts';
import { type Cluster, cluster } from './cluster.ts';
import { type KubernetesObject, objectsOf } from './object.ts';

const subjects = new Map<string, Subject<Cluster | KubernetesObject>>();

/** The objects of a kind, and then the cluster as a whole; the same subject for the same kind. */
export function clusterAnd(kind: string): Subject<Cluster | KubernetesObject> {
  const made = subjects.get(kind) ?? clusterAndObjects(objectsOf(kind));
  subjects.set(kind, made);
  return made;
}

function clusterAndObjects(objects: Subject<KubernetesObject>): Subject<Cluster | KubernetesObject> {
  return {
    name: objects.name,
    covers: (resource) => objects.covers(resource),
    *enumerate(inventory) {
      yield* objects.enumerate(inventory);
      yield* cluster.enumerate(inventory);
    },
  };
}

/** True for the cluster as a whole. */
export function isCluster(judged: Cluster | KubernetesObject): judged is Cluster {
  return !('resource' in judged);
}
