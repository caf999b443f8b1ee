import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer, text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { usageKinds } from '../../kubernetes/measured-usage.ts';
import { averageQuantity, isBelowShare } from '../../kubernetes/quantity-share.ts';
import { requestFit } from '../../kubernetes/request-fit.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

/** Smaller requests are not worth a change, in units of 10⁻⁹. */
const SMALLEST = 100_000_000n;

export default defineCheck({
  id: 'cpu-over-requested',
  on: workloadsExcept('Pod', 'PodTemplate', 'ReplicationController', 'apps/ReplicaSet'),
  each: container,
  severity: 'low',
  optIn: true, // a single sample says little of what is needed on a busy day
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(50), window: text('7d') },
  reads: usageKinds,
  title: 'Container requests far more CPU than it uses',
  why: 'Room that nobody uses is kept free: other pods find no node, or more nodes are paid for than are needed.',
  advice: 'Set resources.requests.cpu to a fifth above what is used.',
  messages: {
    above:
      'uses only {used} of CPU on average in one sample of its pods, {share} % of the {request} requested; {fitting} would fit',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const fit = requestFit(judged, 'cpu', averageQuantity, inventory);
    if (fit.is === 'unknown') report.unknown(fit.missing);
    if (fit.is === 'not-running') report.notApplicable();
    if (fit.is !== 'known' || fit.request.nano <= SMALLEST) return;
    if (!isBelowShare(fit.used, parameters.percent, fit.request)) return;
    report.fail('above', judged.at('resources', 'requests', 'cpu'), fit.data);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the scheduler keeps less room free, which a busier day than the measured one may miss',
    edits: (edit, finding) => edit.set(finding.at, finding.data['fitting']),
  },
});

const requests = { cpu: '400m' };

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
              resources: { requests: { cpu: 400m } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { cpu: 400m } }
---
`;

/** As a cluster holds it. */
const stored = deployment({ requests }).replace('  namespace: shop\n', '  namespace: shop\n  uid: d1\n');

export const examples: CheckExamples = {
  pass: [
    deployment({ requests }) + seen('100m', '300m'),
    { yaml: deployment({ requests }) + seen('199m', '200m'), parameters: { percent: 10 } },
    deployment({}),
    deployment({ requests: { cpu: '100m' } }) + seen('1m', '1m'),
  ],
  fail: [
    {
      yaml: deployment({ requests }) + seen('199m', '200m'),
      at: '12:41',
      message:
        'container "web" uses only 200m of CPU on average in one sample of its pods, 49 % of the 400m requested; 240m would fit',
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
          resources: {"requests":{"cpu":"240m"}}
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
    usage: { cpu: 199m, memory: 64Mi }
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
    usage: { cpu: 200m, memory: 64Mi }
---
`,
    },
    {
      yaml: cronJob + job + measuredPod('report-29-a', '1m', 'apiVersion: batch/v1, kind: Job, name: report-29'),
      at: '18:45',
      message:
        'container "web" uses only 1m of CPU on average in one sample of its pods, 0 % of the 400m requested; 2m would fit',
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
              resources: { requests: { cpu: 400m } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { cpu: 2m } }
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
    usage: { cpu: 1m, memory: 64Mi }
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
