import { asString, type JsonObject } from '../../core/json.ts';
import { recordingView, unrecorded } from '../../core/unknown-value.ts';
import { kindOf } from '../kind.ts';
import { admissionPolicy, admissionPolicyBinding, mutatingWebhooks, validatingWebhooks } from './admission.ts';
import { horizontalPodAutoscaler } from './autoscaling.ts';
import { namespace, priorityClass, secret, serviceAccount } from './cluster.ts';
import { flowSchema, priorityLevelConfiguration } from './flow-control.ts';
import { cronJob, job } from './jobs.ts';
import { ingress, ingressClass, networkPolicy } from './network.ts';
import { pod } from './pod.ts';
import { limitRange, resourceQuota } from './quota.ts';
import { roleBinding } from './rbac.ts';
import { isMapping, type Rule, type Target } from './rule.ts';
import { endpointSlice, endpoints, service } from './service.ts';
import {
  csiDriver,
  csiStorageCapacity,
  persistentVolume,
  persistentVolumeClaim,
  storageClass,
  volumeAttachment,
} from './storage.ts';
import { daemonSet, deployment, podTemplate, replicaSet, replicationController, statefulSet } from './workloads.ts';

/** The rule of each kind that has defaults, or fields that the API server writes in another form. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ['Endpoints', endpoints],
  ['LimitRange', limitRange],
  ['Namespace', namespace],
  ['PersistentVolume', persistentVolume],
  ['PersistentVolumeClaim', persistentVolumeClaim],
  ['Pod', pod],
  ['PodTemplate', podTemplate],
  ['ReplicationController', replicationController],
  ['ResourceQuota', resourceQuota],
  ['Secret', secret],
  ['Service', service],
  ['ServiceAccount', serviceAccount],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicy', admissionPolicy],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicyBinding', admissionPolicyBinding],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', mutatingWebhooks],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicy', admissionPolicy],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', admissionPolicyBinding],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', validatingWebhooks],
  ['apps/DaemonSet', daemonSet],
  ['apps/Deployment', deployment],
  ['apps/ReplicaSet', replicaSet],
  ['apps/StatefulSet', statefulSet],
  ['autoscaling/HorizontalPodAutoscaler', horizontalPodAutoscaler],
  ['batch/CronJob', cronJob],
  ['batch/Job', job],
  ['discovery.k8s.io/EndpointSlice', endpointSlice],
  ['flowcontrol.apiserver.k8s.io/FlowSchema', flowSchema],
  ['flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration', priorityLevelConfiguration],
  ['networking.k8s.io/Ingress', ingress],
  ['networking.k8s.io/IngressClass', ingressClass],
  ['networking.k8s.io/NetworkPolicy', networkPolicy],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', roleBinding],
  ['rbac.authorization.k8s.io/RoleBinding', roleBinding],
  ['scheduling.k8s.io/PriorityClass', priorityClass],
  ['storage.k8s.io/CSIDriver', csiDriver],
  ['storage.k8s.io/CSIStorageCapacity', csiStorageCapacity],
  ['storage.k8s.io/StorageClass', storageClass],
  ['storage.k8s.io/VolumeAttachment', volumeAttachment],
]);

/** The kinds that `defaulted` may change, as `kindOf` names them. */
export const defaultedKinds: readonly string[] = [...rules.keys()];

/**
 * The object as the API server of the target version keeps it, without what admission plug-ins, allocators and
 * controllers add: service account tokens, tolerations, priorities, default classes, cluster addresses, node ports, the
 * selector of a Job. Fields that are not given are set to their defaults; the empty values that the API server leaves
 * out are left out, and amounts are written in its form. Empty lists and mappings stay, as do names, times and status.
 *
 * Versions before 1.31 are taken for 1.31. An object of another kind, and what cannot be defaulted because it is of the
 * wrong type or not known, stays as it is; what follows from an unknown value is unknown where the rule says so. The input
 * is not changed, and shares with the result what is the same in both; without any change the result is the input. Never
 * throws. Defaulting twice is the same as once.
 */
export function defaulted(content: JsonObject, target: Target): JsonObject {
  const object = unrecorded(content);
  const rule = rules.get(kindOf(asString(object['apiVersion']) ?? '', asString(object['kind']) ?? ''));
  const result = rule?.(object, target);
  if (!isMapping(result) || result === object) return content;
  return object === content ? result : recordingView(result);
}
