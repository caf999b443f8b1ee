import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hasLimit, hasResources } from '../../kubernetes/container-resources.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'cpu-limit-missing',
  on: workload,
  each: container,
  severity: 'low',
  reads: ['LimitRange'],
  title: 'Container may use all CPU of its node',
  why: 'Whoever takes over the container, a miner for one, burns every core that no other container has reserved.',
  advice: 'Set resources.limits.cpu, or accept this check where CPU is left unlimited on purpose.',
  messages: { missing: 'has no limit of CPU' },
  evaluate(judged, report, context) {
    if (!hasResources(judged) || hasLimit(judged, 'cpu', context)) return;
    report.fail('missing', judged.at('resources', 'limits', 'cpu'));
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
        cpu: 500m
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
          cpu: 500m
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          cpu: 500m
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    `${pod}  resources:
    limits:
      cpu: 500m
${bare}`,
    `${limitRangeIn('shop')}${pod}${bare}`,
  ],
  fail: [
    {
      yaml: `${pod}${bare}`,
      at: '8:7',
      message: 'container "web" has no limit of CPU',
    },
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        limits:
          cpu: 0
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      resources:
        limits:
          memory: 256Mi
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          cpu: 500m
    - name: metrics
      image: registry.example/metrics:2.0.1
      resources: {}
`,
      at: ['12:16', '17:9', '27:7'],
      message: [
        'init container "migrate" has no limit of CPU',
        'sidecar container "proxy" has no limit of CPU',
        'container "metrics" has no limit of CPU',
      ],
    },
    {
      yaml: `${pod}  resources:
    limits:
      cpu: 500m
${bare}`,
      targetVersion: '1.33', // which does not know resources of a whole pod
      at: '11:7',
      message: 'container "web" has no limit of CPU',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${bare}`,
      complete: true,
      at: '19:7',
      message: 'container "web" has no limit of CPU',
    },
  ],
};
