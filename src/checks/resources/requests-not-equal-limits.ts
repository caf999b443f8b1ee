import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { hasResources, writtenAmount } from '../../kubernetes/container-resources.ts';
import { compareQuantities, quantityOf } from '../../kubernetes/quantity.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'requests-not-equal-limits',
  on: workload,
  each: container,
  severity: 'low',
  optIn: true,
  parameters: { resources: strings('cpu', 'memory') },
  title: 'Request and limit differ',
  why: 'The pod is not of the Guaranteed class: it is throttled, evicted or killed before those that are.',
  advice: 'Set the request to the value of the limit.',
  messages: { differ: 'requests {request} of {name} and may use {limit}' },
  evaluate(judged, report, { parameters }) {
    if (!hasResources(judged)) return;
    for (const name of parameters.resources) {
      const request = writtenAmount(judged, 'requests', name);
      const limit = writtenAmount(judged, 'limits', name);
      const [requested, limited] = [quantityOf(request), quantityOf(limit)];
      if (requested === undefined || limited === undefined || compareQuantities(requested, limited) === 0) continue;
      const data = { name, request: String(request), limit: String(limit) };
      report.fail('differ', judged.at('resources', 'requests', name), data);
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a larger request may leave the pod without a node that has room for it',
    edits: (edit, finding) => edit.set(finding.at, finding.data['limit']),
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
      resources:
        requests:
          cpu: 1000m
          memory: 1Gi
          ephemeral-storage: 1Gi
        limits:
          cpu: 1
          memory: 1024Mi
          ephemeral-storage: 2Gi
    - name: metrics
      image: registry.example/metrics:2.0.1
      resources:
        limits:
          cpu: 500m
    - name: proxy
      image: registry.example/proxy:1.9.4
      resources:
        requests:
          cpu: 500m
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      resources:
        requests:
          cpu: 500m
        limits:
          cpu: 1
`,
  ],
  fail: [
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          memory: 128Mi
        limits:
          memory: 256Mi
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 250m # on a quiet day
          memory: 1Gi
        limits:
          cpu: 500m
          memory: 1Gi
`,
      at: ['11:19', '19:16'],
      message: [
        'init container "migrate" requests 128Mi of memory and may use 256Mi',
        'container "web" requests 250m of cpu and may use 500m',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          memory: 256Mi
        limits:
          memory: 256Mi
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 500m # on a quiet day
          memory: 1Gi
        limits:
          cpu: 500m
          memory: 1Gi
`,
    },
    {
      yaml: `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 250m
          ephemeral-storage: 1Gi
        limits:
          cpu: 500m
          ephemeral-storage: 2Gi
`,
      parameters: { resources: ['ephemeral-storage'] },
      at: '12:30',
      message: 'container "web" requests 1Gi of ephemeral-storage and may use 2Gi',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 250m
          ephemeral-storage: 2Gi
        limits:
          cpu: 500m
          ephemeral-storage: 2Gi
`,
    },
  ],
};
