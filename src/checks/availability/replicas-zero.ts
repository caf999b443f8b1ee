import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { autoscalerKinds, isAutoscaled } from '../../kubernetes/autoscaler.ts';
import { replicasField, replicasOf, unreplicatedKinds } from '../../kubernetes/replicas.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'replicas-zero',
  on: workloadsExcept('apps/ReplicaSet', ...unreplicatedKinds),
  severity: 'low',
  reads: autoscalerKinds,
  title: 'Workload is scaled to nothing',
  why: 'No pod runs: whoever needs the service finds nobody, and an old image comes back the day it is scaled up.',
  advice: 'Set replicas to what is needed, or delete the workload.',
  messages: { none: 'replicas is 0: no pod runs' },
  evaluate({ resource }, report, { inventory }) {
    if (replicasOf(resource) !== 0 || isAutoscaled(resource, inventory)) return;
    report.fail('none', replicasField(resource));
  },
});

function scalable(apiVersion: string, kind: string, replicas: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
${replicas}  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;
}

const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: web }
---
`;

const zero = '  replicas: 0\n';

export const examples: CheckExamples = {
  pass: [
    scalable('apps/v1', 'Deployment', ''),
    scalable('v1', 'ReplicationController', '  replicas: 1\n'),
    scalable('rollouts.example/v1', 'Rollout', ''),
    autoscaler + scalable('apps/v1', 'StatefulSet', zero),
  ],
  fail: [
    { yaml: scalable('apps/v1', 'Deployment', zero), at: '7:13', message: 'replicas is 0: no pod runs' },
    { yaml: scalable('v1', 'ReplicationController', zero), at: '7:13', message: 'replicas is 0: no pod runs' },
    { yaml: scalable('rollouts.example/v1', 'Rollout', zero), at: '7:13', message: 'replicas is 0: no pod runs' },
    {
      yaml: autoscaler + scalable('apps/v1', 'Deployment', zero),
      complete: true,
      at: '16:13',
      message: 'replicas is 0: no pod runs',
    },
  ],
};
