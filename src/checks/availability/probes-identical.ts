import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { patienceOf, probeHandler, probeOf, runsForGood } from '../../kubernetes/probe.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'probes-identical',
  on: workloadsExcept('PodTemplate', 'batch/CronJob', 'batch/Job'),
  each: container,
  severity: 'low',
  title: 'Liveness and readiness probe are the same',
  why: 'A container that is busy for a moment is restarted instead of spared, and its load brings down the next one.',
  advice: 'Let the liveness probe fail later than the readiness probe, or ask it for something else.',
  messages: {
    same: 'is restarted after {liveness} s of the failures that take it out of its Services after {readiness} s',
  },
  evaluate(judged, report) {
    if (judged.role !== 'regular') return;
    if (!runsForGood(judged.workload)) {
      report.notApplicable();
      return;
    }
    const liveness = probeOf(judged, 'livenessProbe');
    const readiness = probeOf(judged, 'readinessProbe');
    if (liveness === undefined || readiness === undefined) return;
    const handler = probeHandler(liveness);
    if (handler === undefined || handler !== probeHandler(readiness)) return;
    const patience = { liveness: patienceOf(liveness).seconds, readiness: patienceOf(readiness).seconds };
    if (patience.liveness > patience.readiness) return;
    report.fail('same', judged.at('livenessProbe', 'failureThreshold'), patience);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a container that hangs is restarted later',
    edits(edit, _finding, judged) {
      const liveness = patienceOf(probeOf(judged, 'livenessProbe') ?? {});
      const readiness = patienceOf(probeOf(judged, 'readinessProbe') ?? {});
      edit.set(judged.at('livenessProbe', 'failureThreshold'), readiness.failureThreshold * 2);
      if (liveness.periodSeconds !== readiness.periodSeconds) {
        edit.set(judged.at('livenessProbe', 'periodSeconds'), readiness.periodSeconds);
      }
    },
  },
});

/** A pod whose container has these lines. */
function podWith(lines: string, spec = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${spec}  containers:
    - name: web
      image: registry.example/web:1.4.2
${lines}`;
}

const same = `      livenessProbe:
        httpGet:
          path: /
          port: 8080
      readinessProbe:
        httpGet:
          scheme: HTTP
          port: 8080
`;

export const examples: CheckExamples = {
  pass: [
    podWith(`      livenessProbe:
        tcpSocket:
          port: 8080
        failureThreshold: 6
      readinessProbe:
        tcpSocket:
          port: 8080
`),
    podWith(`      livenessProbe:
        httpGet:
          path: /alive
          port: 8080
      readinessProbe:
        httpGet:
          path: /ready
          port: 8080
`),
    podWith(`      livenessProbe: {}
      readinessProbe: {}
`),
    podWith(`      livenessProbe: {}
      readinessProbe:
        tcpSocket:
          port: 8080
`),
    podWith(`      readinessProbe:
        tcpSocket:
          port: 8080
`),
    podWith(`      livenessProbe:
        tcpSocket:
          port: 8080
`),
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
${same}  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
  ],
  fail: [
    {
      yaml: podWith(same),
      at: '9:7',
      message: 'container "web" is restarted after 30 s of the failures that take it out of its Services after 30 s',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        httpGet:
          path: /
          port: 8080
        failureThreshold: 6
      readinessProbe:
        httpGet:
          scheme: HTTP
          port: 8080
`,
    },
    {
      yaml: podWith(`      livenessProbe:
        exec:
          command: [check, --quick]
        periodSeconds: 5
        failureThreshold: 4
      readinessProbe:
        exec:
          command: [check, --quick]
        failureThreshold: 2
`),
      at: '13:27',
      message: 'container "web" is restarted after 20 s of the failures that take it out of its Services after 20 s',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        exec:
          command: [check, --quick]
        periodSeconds: 10
        failureThreshold: 4
      readinessProbe:
        exec:
          command: [check, --quick]
        failureThreshold: 2
`,
    },
  ],
  notApplicable: [podWith(same, '  restartPolicy: Never\n')],
};
