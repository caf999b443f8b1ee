import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { handlerHostsOf } from '../../kubernetes/handler-host.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { workload } from '../../kubernetes/workload.ts';

/** Here the Pod Security Standards began to forbid it. */
const FORBIDDEN_FROM = 34;

export default defineCheck({
  id: 'probe-host',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Probe makes the node call another host',
  why: 'Whoever may create pods makes the kubelet send requests to hosts that only the node reaches, also to the node itself.',
  advice: 'Remove the host: the kubelet then calls the pod.',
  messages: { aimed: 'makes the kubelet call {host} in place of the pod' },
  evaluate(judged, report, { targetVersion }) {
    if (!isFrom(targetVersion, FORBIDDEN_FROM)) return;
    for (const { host, path } of handlerHostsOf(judged.content)) report.fail('aimed', judged.at(...path), { host });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the kubelet calls the pod, which may answer otherwise',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

const livenessProbe = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        httpGet:
          host: 127.0.0.1 # of the node, not of the pod
          path: /healthz
          port: 8080
`;

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
      livenessProbe:
        httpGet:
          path: /healthz
          port: 8080
          httpHeaders:
            - name: Host
              value: shop.example
      readinessProbe:
        tcpSocket:
          host: ""
          port: 8080
`,
    { yaml: livenessProbe, targetVersion: '1.33' },
  ],
  fail: [
    {
      yaml: livenessProbe,
      targetVersion: '1.34',
      at: '11:17',
      message: 'container "web" makes the kubelet call 127.0.0.1 in place of the pod',
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
          path: /healthz
          port: 8080
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      startupProbe:
        tcpSocket: {host: database.example, port: 5432}
  containers:
    - name: web
      image: registry.example/web:1.4.2
      readinessProbe:
        tcpSocket:
          host: cache.example
          port: 6379
      lifecycle:
        postStart:
          httpGet:
            host: registry.example
            port: 80
        preStop:
          tcpSocket:
            host: 10.0.0.1
            port: 80
`,
      at: ['11:27', '17:17', '22:19', '26:19'],
      message: [
        'sidecar container "proxy" makes the kubelet call database.example in place of the pod',
        'container "web" makes the kubelet call cache.example in place of the pod',
        'container "web" makes the kubelet call registry.example in place of the pod',
        'container "web" makes the kubelet call 10.0.0.1 in place of the pod',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      startupProbe:
        tcpSocket: {port: 5432}
  containers:
    - name: web
      image: registry.example/web:1.4.2
      readinessProbe:
        tcpSocket:
          port: 6379
      lifecycle:
        postStart:
          httpGet:
            port: 80
        preStop:
          tcpSocket:
            port: 80
`,
    },
  ],
};
