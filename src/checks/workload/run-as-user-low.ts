import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer } from '../../core/parameter.ts';
import type { Container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

const FIELDS = ['runAsUser', 'runAsGroup'];

export default defineCheck({
  id: 'run-as-user-low',
  on: workload,
  severity: 'low',
  parameters: { minimum: integer(10_000) },
  title: 'Pod runs with a user or group number that the node may use',
  why: 'Who leaves the container has the files of the account of the node that happens to have the same number.',
  advice: 'Use numbers from 10000 on, which nodes do not give to accounts of their own.',
  messages: {
    pod: 'the pod sets {field} to {number}, which is below {minimum}',
    container: '{container} sets {field} to {number}, which is below {minimum}',
  },
  evaluate(judged, report, { parameters: { minimum } }) {
    if (!judged.isLinux || judged.pod['hostUsers'] === false) return;
    for (const field of FIELDS) {
      const ofPod = judged.securityContext[field];
      if (isLow(ofPod, minimum) && judged.containers.some((container) => !isSet(container, field))) {
        report.fail('pod', judged.at('securityContext', field), { field, number: ofPod, minimum });
      }
      for (const container of judged.containers) {
        const number = container.securityContext[field];
        if (!isLow(number, minimum)) continue;
        const data = { container: container.part, field, number, minimum };
        report.fail('container', container.at('securityContext', field), data);
      }
    }
  },
});

/** 0 is root, and has checks of its own. */
function isLow(number: unknown, minimum: number): number is number {
  return typeof number === 'number' && number > 0 && number < minimum;
}

function isSet({ securityContext }: Container, field: string): boolean {
  return (securityContext[field] ?? undefined) !== undefined;
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000 # no container has it
    runAsGroup: 10000
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 10000
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 20001
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsGroup: 0
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        runAsUser: 1000
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: reports
spec:
  os:
    name: windows
  securityContext:
    runAsUser: 1000
  containers:
    - name: reports
      image: registry.example/reports:3.0.0
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      parameters: { minimum: 1000 },
    },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsUser: 1000
    runAsGroup: 9999
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 10001
        runAsGroup: null
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        runAsUser: 1
        runAsGroup: 65
`,
      at: ['8:16', '21:20', '9:17', '22:21'],
      message: [
        'the pod sets runAsUser to 1000, which is below 10000',
        'container "proxy" sets runAsUser to 1, which is below 10000',
        'the pod sets runAsGroup to 9999, which is below 10000',
        'container "proxy" sets runAsGroup to 65, which is below 10000',
      ],
    },
  ],
};
