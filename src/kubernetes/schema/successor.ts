import { apiLife } from './api-life.ts';

/**
 * Versions of kinds that have the same fields, of the same meaning and with the same defaults, in the version that follows;
 * from the notes of the deprecated API migration guide of the Kubernetes documentation.
 */
const UNCHANGED: ReadonlySet<string> = new Set([
  'apiregistration.k8s.io/v1beta1 APIService',
  'apps/v1beta1 ControllerRevision',
  'apps/v1beta2 ControllerRevision',
  'autoscaling/v2beta2 HorizontalPodAutoscaler',
  'batch/v1beta1 CronJob',
  'coordination.k8s.io/v1beta1 Lease',
  'extensions/v1beta1 NetworkPolicy',
  'networking.k8s.io/v1beta1 IngressClass',
  'rbac.authorization.k8s.io/v1beta1 ClusterRole',
  'rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1beta1 Role',
  'rbac.authorization.k8s.io/v1beta1 RoleBinding',
  'scheduling.k8s.io/v1beta1 PriorityClass',
  'storage.k8s.io/v1beta1 CSIDriver',
  'storage.k8s.io/v1beta1 CSINode',
  'storage.k8s.io/v1beta1 CSIStorageCapacity',
  'storage.k8s.io/v1beta1 StorageClass',
  'storage.k8s.io/v1beta1 VolumeAttachment',
  'storage.k8s.io/v1beta1 VolumeAttributesClass',
]);

/** The version that follows one of a kind; undefined if none does, or if the kind has another name or other fields in it. */
export function unchangedSuccessor(apiVersion: string, kind: string): string | undefined {
  if (!UNCHANGED.has(`${apiVersion} ${kind}`)) return undefined;
  return apiLife(apiVersion, kind)?.replacement?.apiVersion;
}

/** What to write in the place of a version of a kind, in words. */
export function successorWords(apiVersion: string, kind: string): string {
  const replacement = apiLife(apiVersion, kind)?.replacement;
  if (replacement === undefined) return 'nothing follows it';
  return replacement.kind === kind
    ? `${replacement.apiVersion} follows it`
    : `${replacement.kind} of ${replacement.apiVersion} follows it`;
}
