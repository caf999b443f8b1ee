import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'share-process-namespace',
  on: workload,
  severity: 'low',
  title: 'Containers of the pod share their processes',
  why: 'Whoever takes over one container reads the environment and files of the others, and can stop their processes.',
  advice: 'Remove shareProcessNamespace; a debug container can name the one container that it is to see.',
  messages: { shared: 'the containers of the pod see and can stop the processes of each other' },
  evaluate(judged, report) {
    if (judged.pod['shareProcessNamespace'] === true) report.fail('shared', judged.at('shareProcessNamespace'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'each container sees its own processes only, and its first one has the number 1',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: false
  containers:
    - name: web
      image: registry.example/web:1.4.2
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      targetContainerName: web
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # The second container tells the first one to read its settings again.
  shareProcessNamespace: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: reload
      image: registry.example/reload:1.0.0
`,
      at: '7:26',
      message: 'the containers of the pod see and can stop the processes of each other',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # The second container tells the first one to read its settings again.
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: reload
      image: registry.example/reload:1.0.0
`,
    },
  ],
};
