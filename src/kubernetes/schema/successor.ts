import type { Version } from '../../core/check.ts';
import { isFrom } from '../version.ts';
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
  'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema',
  'networking.k8s.io/v1beta1 IngressClass',
  'node.k8s.io/v1beta1 RuntimeClass',
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

/** Versions of a kind that follow one another; a longer chain would be a circle. */
const LONGEST_CHAIN = 8;

/** The versions that a group may have, the best first. */
const VERSIONS = ['v1', 'v1beta2', 'v1beta1', 'v1alpha2'];

interface VersionOfKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The version that follows one of a kind; undefined if none does, or if the kind has another name or other fields in it. */
export function unchangedSuccessor(apiVersion: string, kind: string): string | undefined {
  if (!UNCHANGED.has(`${apiVersion} ${kind}`)) return undefined;
  return nextOf({ apiVersion, kind })?.apiVersion;
}

/** What to write for a version of Kubernetes in the place of a version of a kind, in words. */
export function successorWords(apiVersion: string, kind: string, target: Version): string {
  const successor = successorOf({ apiVersion, kind }, target);
  if (successor === undefined) return 'nothing follows it';
  return successor.kind === kind
    ? `${successor.apiVersion} follows it`
    : `${successor.kind} of ${successor.apiVersion} follows it`;
}

/** Of the versions that follow the first that is not deprecated; else the last that is served, or one that is to come. */
function successorOf(named: VersionOfKind, target: Version): VersionOfKind | undefined {
  let served: VersionOfKind | undefined;
  let next = nextOf(named);
  for (let step = 0; step < LONGEST_CHAIN && next !== undefined; step += 1) {
    const { introduced, deprecated, removed } = apiLife(next.apiVersion, next.kind) ?? {};
    if (introduced !== undefined && !isFrom(target, introduced)) return served ?? next;
    if (removed === undefined || !isFrom(target, removed)) served = next;
    if (deprecated === undefined || !isFrom(target, deprecated)) break;
    next = nextOf(next);
  }
  return served;
}

/** The version that replaces another, or the best one of its group that is better than it. */
function nextOf({ apiVersion, kind }: VersionOfKind): VersionOfKind | undefined {
  const life = apiLife(apiVersion, kind);
  if (life === undefined || life.replacement !== undefined) return life?.replacement;
  const [group = '', version = ''] = apiVersion.split('/');
  const better = VERSIONS.includes(version) ? VERSIONS.slice(0, VERSIONS.indexOf(version)) : VERSIONS;
  const found = better.find((one) => apiLife(`${group}/${one}`, kind) !== undefined);
  return found === undefined ? undefined : { apiVersion: `${group}/${found}`, kind };
}
