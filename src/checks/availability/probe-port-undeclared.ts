import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { portNames, probeNames, probeOf } from '../../kubernetes/probe.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'probe-port-undeclared',
  on: workload,
  each: container,
  severity: 'high',
  title: 'Probe names a port that the container does not have',
  why: 'The probe can never succeed: the container is restarted again and again, or never gets a request.',
  advice: 'Name a port of the same container, or write its number.',
  messages: { undeclared: 'has no port named "{port}", which its {probe} asks' },
  evaluate(judged, report) {
    if (judged.role === 'ephemeral') return;
    for (const probe of probeNames) {
      const content = probeOf(judged, probe);
      if (content === undefined) continue;
      for (const handler of ['httpGet', 'tcpSocket']) {
        const port = asObject(content[handler])['port'];
        if (typeof port !== 'string' || portNames(judged).has(port)) continue;
        report.fail('undeclared', judged.at(probe, handler, 'port'), { port, probe });
      }
    }
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
    `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 9090
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          port: http
      readinessProbe:
        httpGet:
          port: 8081 # ports need not be declared
      startupProbe:
        exec:
          command: [check]
    - name: metrics
      image: registry.example/metrics:2.0.1
      livenessProbe:
        grpc:
          port: 9100
      readinessProbe: null
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      livenessProbe: # which the API server refuses for another reason
        tcpSocket:
          port: debug
`,
  ],
  fail: [
    {
      yaml: `${pod}  initContainers:
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      startupProbe:
        tcpSocket:
          port: http # of the other container
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          port: https
      readinessProbe:
        httpGet:
          port: "8080"
`,
      at: ['12:17', '21:17', '24:17'],
      message: [
        'sidecar container "proxy" has no port named "http", which its startupProbe asks',
        'container "web" has no port named "https", which its livenessProbe asks',
        'container "web" has no port named "8080", which its readinessProbe asks',
      ],
    },
  ],
};
