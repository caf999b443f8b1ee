import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hostPortsOf } from '../../kubernetes/host-port.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-port',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Container opens a port of its node',
  why: 'Whoever reaches the node reaches the container, past Services and the rules that guard them.',
  advice: 'Remove hostPort and put a Service in front of the pods.',
  messages: { open: 'opens port {port} of its node' },
  evaluate(judged, report) {
    for (const { port, field, openedBy } of hostPortsOf(judged)) {
      report.fail('open', field, { port }).about(openedBy);
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'clients that use the address of the node no longer reach the container',
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
      ports:
        - name: http
          containerPort: 8080
        - name: metrics
          containerPort: 9090
          hostPort: 0
        - name: debug
          containerPort: 6060
          hostPort: null
`,
    `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: node-exporter
spec:
  selector:
    matchLabels:
      app: node-exporter
  template:
    metadata:
      labels:
        app: node-exporter
    spec:
      hostNetwork: true
      containers:
        - name: exporter
          image: registry.example/node-exporter:1.8.0
          ports:
            - containerPort: 9100
`,
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ingress
  namespace: edge
spec:
  selector:
    matchLabels:
      app: ingress
  template:
    metadata:
      labels:
        app: ingress
    spec:
      containers:
        - name: ingress
          image: registry.example/ingress:1.11.2
          ports:
            - name: http
              containerPort: 8080
              hostPort: 80 # reached by the address of the node
            - name: metrics
              containerPort: 9090
`,
      at: '21:25',
      message: 'container "ingress" opens port 80 of its node',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ingress
  namespace: edge
spec:
  selector:
    matchLabels:
      app: ingress
  template:
    metadata:
      labels:
        app: ingress
    spec:
      containers:
        - name: ingress
          image: registry.example/ingress:1.11.2
          ports:
            - name: http
              containerPort: 8080
            - name: metrics
              containerPort: 9090
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: gateway
spec:
  initContainers:
    - name: probe
      image: registry.example/probe:0.3.0
      ports:
        - containerPort: 7000
          hostPort: 7000 # open while the pod starts
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      ports:
        - containerPort: 15000
          hostPort: 15001
  containers:
    - name: gateway
      image: registry.example/gateway:5.1.0
      ports:
        - containerPort: 8080
          hostPort: 80
          protocol: TCP
        - containerPort: 9090
        - {containerPort: 8443, hostPort: 443}
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      ports:
        - containerPort: 2345
          hostPort: 1
`,
      at: ['11:21', '17:21', '23:21', '26:43', '32:21'],
      message: [
        'init container "probe" opens port 7000 of its node',
        'sidecar container "proxy" opens port 15001 of its node',
        'container "gateway" opens port 80 of its node',
        'container "gateway" opens port 443 of its node',
        'ephemeral container "debug" opens port 1 of its node',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: gateway
spec:
  initContainers:
    - name: probe
      image: registry.example/probe:0.3.0
      ports:
        - containerPort: 7000
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      ports:
        - containerPort: 15000
  containers:
    - name: gateway
      image: registry.example/gateway:5.1.0
      ports:
        - containerPort: 8080
          protocol: TCP
        - containerPort: 9090
        - {containerPort: 8443}
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      ports:
        - containerPort: 2345
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: edge
spec:
  hostNetwork: true
  containers:
    - name: edge
      image: registry.example/edge:4.0.2
      ports:
        - name: http
          hostPort: 8080
          containerPort: 8080
`,
      at: '12:21',
      message: 'container "edge" opens port 8080 of its node',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: edge
spec:
  hostNetwork: true
  containers:
    - name: edge
      image: registry.example/edge:4.0.2
      ports:
        - name: http
          containerPort: 8080
`,
    },
  ],
};
