import type { KindSchema } from '../schema.ts';
import { checkAutoscaler } from './autoscaling.ts';
import { checkClaim } from './claims.ts';
import { checkKeyedData } from './configuration.ts';
import { checkDisruptionBudget } from './disruption.ts';
import { checkIngress } from './ingresses.ts';
import { checkCronJob, checkJob } from './jobs.ts';
import { checkMetadata } from './metadata.ts';
import { checkNetworkPolicy } from './network-policies.ts';
import { checkPod } from './pods.ts';
import { checkRole, checkRoleBinding } from './rbac.ts';
import type { ObjectRule } from './rule.ts';
import { checkService } from './services.ts';
import { checkWebhooks } from './webhooks.ts';
import { checkDaemonSet, checkDeployment, checkReplicaSet, checkStatefulSet } from './workloads.ts';

const RULES: ReadonlyMap<string, ObjectRule> = new Map([
  ['v1 ConfigMap', checkKeyedData],
  ['v1 PersistentVolumeClaim', checkClaim],
  ['v1 Pod', checkPod],
  ['v1 Secret', checkKeyedData],
  ['v1 Service', checkService],
  ['admissionregistration.k8s.io/v1 MutatingWebhookConfiguration', checkWebhooks],
  ['admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration', checkWebhooks],
  ['apps/v1 DaemonSet', checkDaemonSet],
  ['apps/v1 Deployment', checkDeployment],
  ['apps/v1 ReplicaSet', checkReplicaSet],
  ['apps/v1 StatefulSet', checkStatefulSet],
  ['autoscaling/v2 HorizontalPodAutoscaler', checkAutoscaler],
  ['batch/v1 CronJob', checkCronJob],
  ['batch/v1 Job', checkJob],
  ['networking.k8s.io/v1 Ingress', checkIngress],
  ['networking.k8s.io/v1 NetworkPolicy', checkNetworkPolicy],
  ['policy/v1 PodDisruptionBudget', checkDisruptionBudget],
  ['rbac.authorization.k8s.io/v1 ClusterRole', checkRole],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', checkRoleBinding],
  ['rbac.authorization.k8s.io/v1 Role', checkRole],
  ['rbac.authorization.k8s.io/v1 RoleBinding', checkRoleBinding],
]);

/** What the API server asks of the objects of a kind, beyond its schema. */
export function rulesOf({ apiVersion, kind, isBuiltIn }: KindSchema): readonly ObjectRule[] {
  const own = isBuiltIn ? RULES.get(`${apiVersion} ${kind}`) : undefined;
  return own === undefined ? [checkMetadata] : [checkMetadata, own];
}
