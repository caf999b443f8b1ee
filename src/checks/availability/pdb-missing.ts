import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Resource } from '../../core/resource.ts';
import { autoscalerKinds, autoscalersOf, fewestReplicas } from '../../kubernetes/autoscaler.ts';
import { budgetsSelecting, DISRUPTION_BUDGET } from '../../kubernetes/disruption-budget.ts';
import { controllerReference } from '../../kubernetes/ownership.ts';
import { podLabelsField } from '../../kubernetes/pod-labels.ts';
import { replicasOf, unreplicatedKinds } from '../../kubernetes/replicas.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'pdb-missing',
  on: workloadsExcept('ReplicationController', ...unreplicatedKinds),
  severity: 'low',
  reads: [DISRUPTION_BUDGET, ...autoscalerKinds],
  title: 'No PodDisruptionBudget protects the replicas',
  why: 'Draining several nodes at a time, as an upgrade does, takes all replicas down together.',
  advice: 'Add a PodDisruptionBudget with maxUnavailable 1 and the selector of the workload.',
  messages: { missing: 'no PodDisruptionBudget selects the pods' },
  evaluate(judged, report, { inventory }) {
    const { resource, namespace } = judged;
    if (isOwnedReplicaSet(judged) || !hasSeveralPods(resource, inventory)) return;
    for (const _ of budgetsSelecting(judged, inventory)) return;
    const { missing } = inventory.select(DISRUPTION_BUDGET, namespace);
    if (missing !== undefined) report.unknown(missing);
    else report.fail('missing', podLabelsField(judged)).about({ resource, path: [] });
  },
});

/** What made it is judged in its place. */
function isOwnedReplicaSet({ resource }: Workload): boolean {
  return resource.kind === 'apps/ReplicaSet' && controllerReference(resource) !== undefined;
}

function hasSeveralPods(resource: Resource, inventory: Inventory): boolean {
  if ((replicasOf(resource) ?? 0) >= 2) return true;
  for (const autoscaler of autoscalersOf(resource, inventory)) if (fewestReplicas(autoscaler) >= 2) return true;
  return false;
}

function replicated(apiVersion: string, kind: string, replicas: string, metadata = ''): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: shop
${metadata}spec:
${replicas}  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`;
}

function budget(selector: string, namespace = 'shop'): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: ${namespace}
spec:
  maxUnavailable: 1
  selector: ${selector}
---
`;
}

function autoscalerWith(minReplicas: number): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  minReplicas: ${minReplicas}
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
---
`;
}

const two = '  replicas: 2\n';
const owned = `  ownerReferences:
    - apiVersion: apps/v1
      kind: Deployment
      name: web
      controller: true
`;

export const examples: CheckExamples = {
  pass: [
    budget('{ matchLabels: { app: web } }') + replicated('apps/v1', 'Deployment', two),
    budget('{}') + replicated('apps/v1', 'StatefulSet', two),
    budget('{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }') +
      replicated('apps/v1', 'ReplicaSet', two),
    {
      yaml: replicated('apps/v1', 'Deployment', '  replicas: 1\n') + replicated('apps/v1', 'ReplicaSet', two, owned),
      complete: true,
    },
    { yaml: replicated('apps/v1', 'ReplicaSet', two, owned), complete: true },
    { yaml: autoscalerWith(1) + replicated('apps/v1', 'Deployment', ''), complete: true },
    { yaml: replicated('rollouts.example/v1', 'Rollout', ''), complete: true },
  ],
  fail: [
    {
      yaml: replicated('apps/v1', 'StatefulSet', two, owned) + replicated('apps/v1', 'Deployment', ''),
      complete: true,
      at: '16:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
    {
      yaml: replicated('apps/v1', 'Deployment', two),
      complete: true,
      at: '11:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
    {
      yaml: replicated('rollouts.example/v1', 'Rollout', two),
      complete: true,
      at: '11:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
    {
      yaml: autoscalerWith(2) + replicated('apps/v1', 'Deployment', ''),
      complete: true,
      at: '20:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
    {
      yaml:
        autoscalerWith(2).replace('apps/v1, kind: Deployment', 'rollouts.example/v1, kind: Rollout') +
        replicated('rollouts.example/v1', 'Rollout', ''),
      complete: true,
      at: '20:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
    {
      yaml:
        budget('{ matchLabels: { app: database } }') +
        budget('{ matchLabels: { app: web } }', 'warehouse') +
        replicated('apps/v1', 'ReplicaSet', two),
      complete: true,
      at: '29:9',
      message: 'no PodDisruptionBudget selects the pods',
    },
  ],
  unknown: [
    {
      yaml: replicated('apps/v1', 'Deployment', two),
      missing: 'no PodDisruptionBudget of "shop" is among the inputs',
    },
  ],
};
