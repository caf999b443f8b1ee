import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-network',
  on: workload,
  severity: 'high',
  covers: ['host-port'],
  title: 'Pod uses the network of its node',
  why: 'Whoever takes over the pod reaches what listens on the node for local callers only, and network policies no longer hold.',
  advice: 'Remove hostNetwork and put a Service in front of the pods.',
  messages: { shared: 'the pod uses the network of its node' },
  evaluate(judged, report) {
    if (judged.pod['hostNetwork'] === true) report.fail('shared', judged.at('hostNetwork'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the pod gets an address of its own, and clients no longer find it at the address of the node',
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
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: false
  hostPID: true
  hostIPC: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 8080
          hostPort: 8080
`,
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: edge
spec:
  selector:
    matchLabels:
      app: edge
  template:
    metadata:
      labels:
        app: edge
    spec:
      hostNetwork: true # answers on every node
      containers:
        - name: edge
          image: registry.example/edge:2.1.0
          ports:
            - containerPort: 443
              hostPort: 443
      securityContext:
        runAsNonRoot: true
`,
      at: '14:20',
      message: 'the pod uses the network of its node',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: edge
spec:
  selector:
    matchLabels:
      app: edge
  template:
    metadata:
      labels:
        app: edge
    spec:
      containers:
        - name: edge
          image: registry.example/edge:2.1.0
          ports:
            - containerPort: 443
              hostPort: 443
      securityContext:
        runAsNonRoot: true
`,
    },
  ],
};
