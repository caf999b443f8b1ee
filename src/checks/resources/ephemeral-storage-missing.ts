import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { hasLimit, hasResources } from '../../kubernetes/container-resources.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'ephemeral-storage-missing',
  on: workload,
  each: container,
  severity: 'low',
  reads: ['LimitRange'],
  title: 'Container may fill the disk of its node',
  why: 'Logs and scratch files without bound fill the disk, and the node then evicts pods that did nothing wrong.',
  advice: 'Set resources.limits.ephemeral-storage; the request follows it.',
  messages: { missing: 'has no limit of ephemeral storage' },
  evaluate(judged, report, context) {
    // A limit supplies the request, and so does the default limit of a LimitRange: without a limit alone one is missing.
    if (!hasResources(judged) || hasLimit(judged, 'ephemeral-storage', context)) return;
    report.fail('missing', judged.at('resources', 'limits', 'ephemeral-storage'));
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
      max:
        ephemeral-storage: 2Gi
---
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          ephemeral-storage: 1Gi
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    `${limitRangeIn('shop')}${pod}${bare}`,
  ],
  fail: [
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        limits:
          ephemeral-storage: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          ephemeral-storage: 1Gi
`,
      at: ['12:30', '16:7'],
      message: [
        'init container "migrate" has no limit of ephemeral storage',
        'container "web" has no limit of ephemeral storage',
      ],
    },
    {
      yaml: `${pod}  resources: # of the pod as a whole, which has no storage
    limits:
      ephemeral-storage: 1Gi
${bare}`,
      at: '11:7',
      message: 'container "web" has no limit of ephemeral storage',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${bare}`,
      complete: true,
      at: '19:7',
      message: 'container "web" has no limit of ephemeral storage',
    },
  ],
};
