import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'privileged-container',
  on: workload,
  each: container,
  severity: 'high',
  title: 'Container runs privileged',
  why: 'Whoever takes over the process has every capability and device of the node: one command away from its root.',
  advice: 'Remove it, or add the one capability the process needs.',
  messages: { privileged: 'is given every capability and device of the node' },
  evaluate(judged, report) {
    if (judged.securityContext['privileged'] === true) {
      report.fail('privileged', judged.at('securityContext', 'privileged'));
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process loses access to devices and to kernel settings',
    edits: (edit, finding) => edit.set(finding.at, false),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        privileged: false
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: tune
      image: registry.example/tune:1.0.0
      securityContext:
        privileged: true # sets kernel parameters
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: '10:21',
      message: 'init container "tune" is given every capability and device of the node',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: tune
      image: registry.example/tune:1.0.0
      securityContext:
        privileged: false # sets kernel parameters
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
