import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hasRequest, hasResources } from '../../kubernetes/container-resources.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'memory-request-missing',
  on: workload,
  each: container,
  severity: 'medium',
  reads: ['LimitRange'],
  title: 'Container requests no memory',
  why: 'The scheduler fills a node past its memory, and the node kills containers without a request first.',
  advice: 'Set resources.requests.memory to what the container uses on a busy day.',
  messages: { missing: 'requests no memory' },
  evaluate(judged, report, context) {
    if (!hasResources(judged) || hasRequest(judged, 'memory', context)) return;
    report.fail('missing', judged.at('resources', 'requests', 'memory'));
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
`;

const bare = `  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

function limitRangeIn(namespace: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: usual
  namespace: ${namespace}
spec:
  limits:
    - type: Container
      defaultRequest:
        memory: 64Mi
---
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          memory: 256Mi
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          memory: 256Mi
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    `${pod}  resources:
    requests:
      memory: 256Mi
${bare}`,
    `${limitRangeIn('shop')}${pod}${bare}`,
  ],
  fail: [
    {
      yaml: `${pod}${bare}`,
      at: '8:7',
      message: 'container "web" requests no memory',
    },
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          memory: 0
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      resources:
        requests:
          cpu: 250m
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          memory: 256Mi
    - name: metrics
      image: registry.example/metrics:2.0.1
      resources: {}
`,
      at: ['12:19', '17:9', '27:7'],
      message: [
        'init container "migrate" requests no memory',
        'sidecar container "proxy" requests no memory',
        'container "metrics" requests no memory',
      ],
    },
    {
      yaml: `${pod}  resources:
    requests:
      memory: 256Mi
${bare}`,
      targetVersion: '1.33', // which does not know resources of a whole pod
      at: '11:7',
      message: 'container "web" requests no memory',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${bare}`,
      complete: true,
      at: '19:7',
      message: 'container "web" requests no memory',
    },
  ],
};
