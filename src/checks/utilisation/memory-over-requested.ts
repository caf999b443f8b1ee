import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer, text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { usageKinds } from '../../kubernetes/measured-usage.ts';
import { isBelowShare, largestQuantity } from '../../kubernetes/quantity-share.ts';
import { requestFit } from '../../kubernetes/request-fit.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

/** Smaller requests are not worth a change, in units of 10⁻⁹. */
const SMALLEST = 128n * 2n ** 20n * 10n ** 9n;

export default defineCheck({
  id: 'memory-over-requested',
  on: workloadsExcept('Pod', 'PodTemplate', 'ReplicationController', 'apps/ReplicaSet'),
  each: container,
  severity: 'low',
  optIn: true, // a single sample says little of what is needed on a busy day
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(50), window: text('7d') },
  reads: usageKinds,
  title: 'Container requests far more memory than it uses',
  why: 'Room that nobody uses is kept free: other pods find no node, or more nodes are paid for than are needed.',
  advice: 'Set resources.requests.memory to a fifth above what is used.',
  messages: {
    above:
      'uses only {used} of memory at most in one sample of its pods, {share} % of the {request} requested; {fitting} would fit',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const fit = requestFit(judged, 'memory', largestQuantity, inventory);
    if (fit.is === 'unknown') report.unknown(fit.missing);
    if (fit.is === 'not-running') report.notApplicable();
    if (fit.is !== 'known' || fit.request.nano <= SMALLEST) return;
    if (!isBelowShare(fit.used, parameters.percent, fit.request)) return;
    report.fail('above', judged.at('resources', 'requests', 'memory'), fit.data);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the scheduler keeps less room free, which a busier day than the measured one may miss',
    edits: (edit, finding) => edit.set(finding.at, finding.data['fitting']),
  },
});

const requests = { memory: '400Mi' };

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
              resources: { requests: { memory: 400Mi } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { memory: 400Mi } }
---
`;

/** As a cluster holds it. */
const stored = deployment({ requests }).replace('  namespace: shop\n', '  namespace: shop\n  uid: d1\n');

export const examples: CheckExamples = {
  pass: [
    deployment({ requests }) + seen('20Mi', '200Mi'),
    { yaml: deployment({ requests }) + seen('20Mi', '199Mi'), parameters: { percent: 10 } },
    deployment({}),
    deployment({ requests: { memory: '128Mi' } }) + seen('1Mi', '1Mi'),
  ],
  fail: [
    {
      yaml: deployment({ requests }) + seen('20Mi', '199Mi'),
      at: '12:44',
      message:
        'container "web" uses only 199Mi of memory at most in one sample of its pods, 49 % of the 400Mi requested; 239Mi would fit',
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
          resources: {"requests":{"memory":"239Mi"}}
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
    usage: { memory: 199Mi, cpu: 100m }
---
`,
    },
    {
      yaml: cronJob + job + measuredPod('report-29-a', '1Mi', 'apiVersion: batch/v1, kind: Job, name: report-29'),
      at: '18:48',
      message:
        'container "web" uses only 1Mi of memory at most in one sample of its pods, 0 % of the 400Mi requested; 2Mi would fit',
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
              resources: { requests: { memory: 400Mi } }
          containers:
            - name: web
              image: registry.example/report:2.3.0
              resources: { requests: { memory: 2Mi } }
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
    usage: { memory: 1Mi, cpu: 100m }
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
