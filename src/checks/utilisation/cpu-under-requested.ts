import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer, text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { usageKinds } from '../../kubernetes/measured-usage.ts';
import { averageQuantity, isAboveShare } from '../../kubernetes/quantity-share.ts';
import { requestFit } from '../../kubernetes/request-fit.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'cpu-under-requested',
  on: workloadsExcept('Pod', 'PodTemplate', 'ReplicationController', 'apps/ReplicaSet'),
  each: container,
  severity: 'low',
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(150), window: text('7d') },
  reads: usageKinds,
  title: 'Container uses more CPU than it requests',
  why: 'The scheduler plans with less than is used, so that nodes are overbooked and containers starve each other under load.',
  advice: 'Set resources.requests.cpu to a fifth above what is used.',
  messages: {
    below:
      'uses {used} of CPU on average in one sample of its pods, {share} % of the {request} requested; {fitting} would fit',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const fit = requestFit(judged, 'cpu', averageQuantity, inventory);
    if (fit.is === 'unknown') report.unknown(fit.missing);
    if (fit.is === 'not-running') report.notApplicable();
    if (fit.is !== 'known') return;
    if (!isAboveShare(fit.used, parameters.percent, fit.request)) return;
    report.fail('below', judged.at('resources', 'requests', 'cpu'), fit.data);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a larger request may leave the pod without a node that has room for it',
    edits: (edit, finding) => edit.set(finding.at, finding.data['fitting']),
  },
});

const requests = { cpu: '100m' };

/** A Deployment whose container has these resources. */
function deployment(resources: object): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          resources: ${JSON.stringify(resources)}
---
`;
}

const replicaSet = `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-5d9
  namespace: shop
  ownerReferences:
    - { apiVersion: apps/v1, kind: Deployment, name: web, controller: true }
---
`;

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: report-29
  namespace: shop
  ownerReferences:
    - { apiVersion: batch/v1, kind: CronJob, name: report, controller: true }
---
`;

/** A pod that this controller made, with what its container `web` was seen to use. */
function measuredPod(
  name: string,
  used: string,
  controller = 'apiVersion: apps/v1, kind: ReplicaSet, name: web-5d9',
): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  ownerReferences:
    - { ${controller}, controller: true }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: ${name}
  namespace: shop
containers:
  - name: web
    usage: { cpu: ${used}, memory: 64Mi }
---
`;
}

function seen(first: string, second: string): string {
  return replicaSet + measuredPod('web-5d9-a', first) + measuredPod('web-5d9-b', second);
}

const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  namespace: shop
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - name: proxy
              image: registry.example/proxy:1.9.4
              resources: { requests: { cpu: 100m } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { cpu: 100m } }
---
`;

/** As a cluster holds it. */
const stored = deployment({ requests }).replace('  namespace: shop\n', '  namespace: shop\n  uid: d1\n');

export const examples: CheckExamples = {
  pass: [
    deployment({ requests }) + seen('100m', '200m'),
    { yaml: deployment({ requests }) + seen('150m', '151m'), parameters: { percent: 1000 } },
    deployment({}),
  ],
  fail: [
    {
      yaml: deployment({ requests }) + seen('150m', '151m'),
      at: '12:41',
      message:
        'container "web" uses 151m of CPU on average in one sample of its pods, 150 % of the 100m requested; 181m would fit',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          resources: {"requests":{"cpu":"181m"}}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-5d9
  namespace: shop
  ownerReferences:
    - { apiVersion: apps/v1, kind: Deployment, name: web, controller: true }
---
apiVersion: v1
kind: Pod
metadata:
  name: web-5d9-a
  namespace: shop
  ownerReferences:
    - { apiVersion: apps/v1, kind: ReplicaSet, name: web-5d9, controller: true }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: web-5d9-a
  namespace: shop
containers:
  - name: web
    usage: { cpu: 150m, memory: 64Mi }
---
apiVersion: v1
kind: Pod
metadata:
  name: web-5d9-b
  namespace: shop
  ownerReferences:
    - { apiVersion: apps/v1, kind: ReplicaSet, name: web-5d9, controller: true }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: web-5d9-b
  namespace: shop
containers:
  - name: web
    usage: { cpu: 151m, memory: 64Mi }
---
`,
    },
    {
      yaml: cronJob + job + measuredPod('report-29-a', '800m', 'apiVersion: batch/v1, kind: Job, name: report-29'),
      at: '18:45',
      message:
        'container "web" uses 800m of CPU on average in one sample of its pods, 800 % of the 100m requested; 960m would fit',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  namespace: shop
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - name: proxy
              image: registry.example/proxy:1.9.4
              resources: { requests: { cpu: 100m } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { cpu: 960m } }
---
apiVersion: batch/v1
kind: Job
metadata:
  name: report-29
  namespace: shop
  ownerReferences:
    - { apiVersion: batch/v1, kind: CronJob, name: report, controller: true }
---
apiVersion: v1
kind: Pod
metadata:
  name: report-29-a
  namespace: shop
  ownerReferences:
    - { apiVersion: batch/v1, kind: Job, name: report-29, controller: true }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: report-29-a
  namespace: shop
containers:
  - name: web
    usage: { cpu: 800m, memory: 64Mi }
---
`,
    },
  ],
  unknown: [
    { yaml: stored, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: stored, complete: true, missing: 'no Pod of Deployment shop/web is among the inputs' },
  ],
  notApplicable: [deployment({ requests })],
};
