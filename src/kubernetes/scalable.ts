import { asNumber, asObject, ownValue } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { type Subject, where } from '../core/subject.ts';
import { UnknownValue, unrecorded } from '../core/unknown-value.ts';
import { anyObject, type KubernetesObject } from './object.ts';

/** API groups of Kubernetes itself hold no custom resources. */
const OWN_GROUP = /^(?:(?:apps|autoscaling|batch|policy|extensions)\/|(?:[^/]+\.)?k8s\.io\/)/;

/** Deployments, StatefulSets, and the custom resources that set `spec.replicas`, with a pod template or without. */
export const scalable: Subject<KubernetesObject> = where(anyObject, isScalable);

function isScalable({ kind, content }: Resource): boolean {
  if (kind === 'apps/Deployment' || kind === 'apps/StatefulSet') return true;
  if (!kind.includes('/') || OWN_GROUP.test(kind)) return false;
  // What the object sets is seen without being read, so that replicas that are not known are judged as such.
  const replicas = ownValue(asObject(unrecorded(content)['spec']), 'replicas');
  return asNumber(replicas) !== undefined || replicas instanceof UnknownValue;
}
