import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-pid',
  on: workload,
  severity: 'high',
  title: 'Pod shares the process table of its node',
  why: 'Whoever takes over the pod sees every process of the node, with its arguments; as root also its memory and files.',
  advice: 'Remove hostPID.',
  messages: { shared: 'the pod sees every process of its node' },
  evaluate(judged, report) {
    if (judged.pod['hostPID'] === true) report.fail('shared', judged.at('hostPID'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the containers see their own processes only',
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
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      hostPID: false
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: neighbour
spec:
  hostPID: null
  hostNetwork: true
  hostIPC: true
  containers:
    - name: neighbour
      image: registry.example/neighbour:1.0.0
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: process-exporter
spec:
  # The exporter counts the processes of the node.
  hostPID: true
  containers:
    - name: exporter
      image: registry.example/process-exporter:0.8.1
  securityContext:
    runAsNonRoot: true
`,
      at: '7:12',
      message: 'the pod sees every process of its node',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: process-exporter
spec:
  # The exporter counts the processes of the node.
  containers:
    - name: exporter
      image: registry.example/process-exporter:0.8.1
  securityContext:
    runAsNonRoot: true
`,
    },
    {
      yaml: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: audit
  namespace: operations
spec:
  schedule: "30 2 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: audit
              image: registry.example/audit:3.2.0
          hostPID: true # lists daemons
          securityContext:
            runAsNonRoot: true
`,
      at: '16:20',
      message: 'the pod sees every process of its node',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: audit
  namespace: operations
spec:
  schedule: "30 2 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: audit
              image: registry.example/audit:3.2.0
          securityContext:
            runAsNonRoot: true
`,
    },
  ],
};
