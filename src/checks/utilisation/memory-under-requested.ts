import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer, text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { usageKinds } from '../../kubernetes/measured-usage.ts';
import { isAboveShare, largestQuantity } from '../../kubernetes/quantity-share.ts';
import { requestFit } from '../../kubernetes/request-fit.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'memory-under-requested',
  on: workloadsExcept('Pod', 'PodTemplate', 'ReplicationController', 'apps/ReplicaSet'),
  each: container,
  severity: 'medium',
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(120), window: text('7d') },
  reads: usageKinds,
  title: 'Container uses more memory than it requests',
  why: 'When a node runs short of memory, it evicts first the pods that use more than they request.',
  advice: 'Set resources.requests.memory to a fifth above what is used.',
  messages: {
    below:
      'uses {used} of memory at most in one sample of its pods, {share} % of the {request} requested; {fitting} would fit',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const fit = requestFit(judged, 'memory', largestQuantity, inventory);
    if (fit.is === 'unknown') report.unknown(fit.missing);
    if (fit.is === 'not-running') report.notApplicable();
    if (fit.is !== 'known') return;
    if (!isAboveShare(fit.used, parameters.percent, fit.request)) return;
    report.fail('below', judged.at('resources', 'requests', 'memory'), fit.data);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a larger request may leave the pod without a node that has room for it',
    edits: (edit, finding) => edit.set(finding.at, finding.data['fitting']),
  },
});

const requests = { memory: '100Mi' };

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
    usage: { memory: ${used}, cpu: 100m }
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
              resources: { requests: { memory: 100Mi } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { memory: 100Mi } }
---
`;

/** As a cluster holds it. */
const stored = deployment({ requests }).replace('  namespace: shop\n', '  namespace: shop\n  uid: d1\n');

export const examples: CheckExamples = {
  pass: [
    deployment({ requests }) + seen('120Mi', '20Mi'),
    { yaml: deployment({ requests }) + seen('20Mi', '121Mi'), parameters: { percent: 1000 } },
    deployment({}),
  ],
  fail: [
    {
      yaml: deployment({ requests }) + seen('20Mi', '121Mi'),
      at: '12:44',
      message:
        'container "web" uses 121Mi of memory at most in one sample of its pods, 121 % of the 100Mi requested; 146Mi would fit',
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
          resources: {"requests":{"memory":"146Mi"}}
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
    usage: { memory: 20Mi, cpu: 100m }
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
    usage: { memory: 121Mi, cpu: 100m }
---
`,
    },
    {
      yaml: cronJob + job + measuredPod('report-29-a', '800Mi', 'apiVersion: batch/v1, kind: Job, name: report-29'),
      at: '18:48',
      message:
        'container "web" uses 800Mi of memory at most in one sample of its pods, 800 % of the 100Mi requested; 960Mi would fit',
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
              resources: { requests: { memory: 100Mi } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { memory: 960Mi } }
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
    usage: { memory: 800Mi, cpu: 100m }
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
