import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hasRequest, hasResources } from '../../kubernetes/container-resources.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'cpu-request-missing',
  on: workload,
  each: container,
  severity: 'medium',
  reads: ['LimitRange'],
  title: 'Container requests no CPU',
  why: 'The scheduler packs such containers onto one node as if they were free, and the first busy one starves the others.',
  advice: 'Set resources.requests.cpu to what the container uses on a busy day.',
  messages: { missing: 'requests no CPU' },
  evaluate(judged, report, context) {
    if (!hasResources(judged) || hasRequest(judged, 'cpu', context)) return;
    report.fail('missing', judged.at('resources', 'requests', 'cpu'));
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
        cpu: 100m
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
          cpu: 250m
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          cpu: 250m
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    `${pod}  resources:
    requests:
      cpu: 250m
${bare}`,
    `${limitRangeIn('shop')}${pod}${bare}`,
  ],
  fail: [
    {
      yaml: `${pod}${bare}`,
      at: '8:7',
      message: 'container "web" requests no CPU',
    },
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          cpu: 0
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      resources:
        requests:
          memory: 256Mi
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 250m
    - name: metrics
      image: registry.example/metrics:2.0.1
      resources: {}
`,
      at: ['12:16', '17:9', '27:7'],
      message: [
        'init container "migrate" requests no CPU',
        'sidecar container "proxy" requests no CPU',
        'container "metrics" requests no CPU',
      ],
    },
    {
      yaml: `${pod}  resources:
    requests:
      cpu: 250m
${bare}`,
      targetVersion: '1.33', // which does not know resources of a whole pod
      at: '11:7',
      message: 'container "web" requests no CPU',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${bare}`,
      complete: true,
      at: '19:7',
      message: 'container "web" requests no CPU',
    },
  ],
};
