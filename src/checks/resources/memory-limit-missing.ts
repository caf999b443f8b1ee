import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hasLimit, hasResources } from '../../kubernetes/container-resources.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'memory-limit-missing',
  on: workload,
  each: container,
  severity: 'medium',
  reads: ['LimitRange'],
  title: 'Container may use all memory of its node',
  why: 'A leak, or a request made to eat memory, takes the memory of the node and has other containers killed.',
  advice: 'Set resources.limits.memory to the most that the container may use.',
  messages: { missing: 'has no limit of memory' },
  evaluate(judged, report, context) {
    if (!hasResources(judged) || hasLimit(judged, 'memory', context)) return;
    report.fail('missing', judged.at('resources', 'limits', 'memory'));
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
      default:
        memory: 256Mi
---
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        limits:
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
    limits:
      memory: 256Mi
${bare}`,
    `${limitRangeIn('shop')}${pod}${bare}`,
  ],
  fail: [
    {
      yaml: `${pod}${bare}`,
      at: '8:7',
      message: 'container "web" has no limit of memory',
    },
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        limits:
          memory: 0
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      resources:
        limits:
          cpu: 500m
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          memory: 256Mi
    - name: metrics
      image: registry.example/metrics:2.0.1
      resources: {}
`,
      at: ['12:19', '17:9', '27:7'],
      message: [
        'init container "migrate" has no limit of memory',
        'sidecar container "proxy" has no limit of memory',
        'container "metrics" has no limit of memory',
      ],
    },
    {
      yaml: `${pod}  resources:
    limits:
      memory: 256Mi
${bare}`,
      targetVersion: '1.33', // which does not know resources of a whole pod
      at: '11:7',
      message: 'container "web" has no limit of memory',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${bare}`,
      complete: true,
      at: '19:7',
      message: 'container "web" has no limit of memory',
    },
  ],
};
