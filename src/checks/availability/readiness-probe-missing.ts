import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { container } from '../../kubernetes/container.ts';
import { probeOf, runsForGood } from '../../kubernetes/probe.ts';
import { servicesSelecting } from '../../kubernetes/service-selection.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'readiness-probe-missing',
  on: workloadsExcept('PodTemplate', 'batch/CronJob', 'batch/Job'),
  each: container,
  severity: 'medium',
  reads: ['Service'],
  title: 'Container has no readiness probe',
  why: 'Requests are sent to pods that cannot answer yet, or not any more, and a rollout goes on over broken pods.',
  advice: 'Add a readinessProbe that fails while the container cannot serve.',
  messages: { missing: 'has no readiness probe' },
  evaluate(judged, report, { inventory }) {
    if (judged.role !== 'regular') return;
    if (!runsForGood(judged.workload)) report.notApplicable();
    else if (probeOf(judged, 'readinessProbe') === undefined && mayServe(judged.workload, inventory)) {
      report.fail('missing', judged.at('readinessProbe'));
    }
  },
});

/** False if no Service of a complete scan selects the pods: then nothing asks whether they are ready. */
function mayServe(workload: Workload, inventory: Inventory): boolean {
  if (inventory.select('Service', workload.namespace).missing !== undefined) return true;
  for (const _ of servicesSelecting(workload, inventory)) return true;
  return false;
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
`;

const bare = `  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

function service(selector: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: ${selector}
  ports:
    - port: 80
      targetPort: 8080
---
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}  initContainers:
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
  containers:
    - name: web
      image: registry.example/web:1.4.2
      readinessProbe:
        httpGet:
          path: /ready
          port: 8080
`,
    { yaml: `${pod}${bare}`, complete: true },
    { yaml: `${service('{ app: database }')}${pod}${bare}`, complete: true },
  ],
  fail: [
    {
      yaml: `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        httpGet:
          path: /alive
          port: 8080
    - name: metrics
      image: registry.example/metrics:2.0.1
      readinessProbe: null
`,
      at: ['10:7', '18:23'],
      message: ['container "web" has no readiness probe', 'container "metrics" has no readiness probe'],
    },
    {
      yaml: `${service('{ app: web }')}${pod}${bare}`,
      complete: true,
      at: '21:7',
      message: 'container "web" has no readiness probe',
    },
  ],
  notApplicable: [`${pod}  restartPolicy: OnFailure\n${bare}`],
};
