import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { probeOf, runsForGood } from '../../kubernetes/probe.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'liveness-probe-missing',
  on: workloadsExcept('PodTemplate', 'batch/CronJob', 'batch/Job'),
  each: container,
  severity: 'low',
  title: 'Container has no liveness probe',
  why: 'A process that hangs stays as it is until a person notices.',
  advice: 'Add a livenessProbe that fails only where a restart helps, more patient than the readinessProbe.',
  messages: { missing: 'has no liveness probe' },
  evaluate(judged, report) {
    if (judged.role !== 'regular') return;
    if (!runsForGood(judged.workload)) report.notApplicable();
    else if (probeOf(judged, 'livenessProbe') === undefined) report.fail('missing', judged.at('livenessProbe'));
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
`;

export const examples: CheckExamples = {
  pass: [
    `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        httpGet:
          path: /alive
          port: 8080
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
  ],
  fail: [
    {
      yaml: `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      readinessProbe:
        httpGet:
          path: /ready
          port: 8080
    - name: metrics
      image: registry.example/metrics:2.0.1
      livenessProbe: null
`,
      at: ['7:7', '15:22'],
      message: ['container "web" has no liveness probe', 'container "metrics" has no liveness probe'],
    },
  ],
  notApplicable: [
    `${pod}  restartPolicy: Never
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
  ],
};
