import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-ipc',
  on: workload,
  severity: 'medium',
  title: 'Pod shares the inter-process communication of its node',
  why: 'Whoever takes over the pod can read and change the shared memory of other processes on the node.',
  advice: 'Remove hostIPC; containers of one pod share memory without it.',
  messages: { shared: 'the pod reaches the shared memory and message queues of its node' },
  evaluate(judged, report) {
    if (judged.pod['hostIPC'] === true) report.fail('shared', judged.at('hostIPC'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the containers no longer share memory with processes outside the pod',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: database
spec:
  containers:
    - name: database
      image: registry.example/database:16.3
`,
    `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: database
spec:
  serviceName: database
  selector:
    matchLabels:
      app: database
  template:
    metadata:
      labels:
        app: database
    spec:
      hostIPC: false
      containers:
        - name: database
          image: registry.example/database:16.3
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: neighbour
spec:
  hostIPC: null
  hostPID: true
  hostNetwork: true
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
  name: video
spec:
  hostIPC: true # frames come from the capture service of the node
  containers:
    - name: video
      image: registry.example/video:2.7.0
  securityContext:
    runAsNonRoot: true
`,
      at: '6:12',
      message: 'the pod reaches the shared memory and message queues of its node',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: video
spec:
  containers:
    - name: video
      image: registry.example/video:2.7.0
  securityContext:
    runAsNonRoot: true
`,
    },
    {
      yaml: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: cache
spec:
  selector:
    matchLabels: {app: cache}
  template:
    metadata:
      labels: {app: cache}
    spec:
      hostPID: true
      hostIPC: true
      containers:
        - name: cache
          image: registry.example/cache:7.2.4
      securityContext:
        runAsNonRoot: true
`,
      at: '13:16',
      message: 'the pod reaches the shared memory and message queues of its node',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: cache
spec:
  selector:
    matchLabels: {app: cache}
  template:
    metadata:
      labels: {app: cache}
    spec:
      hostPID: true
      containers:
        - name: cache
          image: registry.example/cache:7.2.4
      securityContext:
        runAsNonRoot: true
`,
    },
  ],
};
