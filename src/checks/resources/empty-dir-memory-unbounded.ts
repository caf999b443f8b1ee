import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { hasLimit } from '../../kubernetes/container-resources.ts';
import { isAmountSet } from '../../kubernetes/resource-amount.ts';
import { mountsOf } from '../../kubernetes/volume-mount.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'empty-dir-memory-unbounded',
  on: workload,
  severity: 'low',
  reads: ['LimitRange'],
  title: 'Volume in memory has no bound',
  why: 'Files written to the volume take the memory of the node, until it kills containers that did nothing wrong.',
  advice: 'Set sizeLimit on the volume, or a memory limit on every container that mounts it.',
  messages: { unbounded: 'volume "{volume}" lies in memory without sizeLimit, and {container} has no memory limit' },
  evaluate(judged, report, context) {
    for (const volume of judged.volumes) {
      const emptyDir = asObject(volume.content['emptyDir']);
      if (emptyDir['medium'] !== 'Memory' || isAmountSet(emptyDir['sizeLimit'])) continue;
      const mount = mountsOf(judged, volume.name).find(({ container }) => !hasLimit(container, 'memory', context));
      if (mount === undefined) continue;
      const data = { volume: volume.name, container: mount.container.part };
      report.fail('unbounded', volume.at('emptyDir', 'sizeLimit'), data);
    }
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
`;

const mounting = `  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: cache
          mountPath: /cache
`;

function inMemory(sizeLimit = ''): string {
  return `  volumes:
    - name: cache
      emptyDir:
        medium: Memory
${sizeLimit}`;
}

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
        memory: 512Mi
---
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}${mounting}${inMemory('        sizeLimit: 64Mi\n')}`,
    `${pod}${mounting}  volumes:
    - name: cache
      emptyDir: {}
`,
    `${pod}  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: cache
          mountPath: /cache
      resources:
        limits:
          memory: 512Mi
    - name: metrics
      image: registry.example/metrics:2.0.1
${inMemory()}`,
    `${limitRangeIn('shop')}${pod}${mounting}${inMemory()}`,
  ],
  fail: [
    {
      yaml: `${pod}${mounting}${inMemory()}`,
      at: '15:7',
      message: 'volume "cache" lies in memory without sizeLimit, and container "web" has no memory limit',
    },
    {
      yaml: `${pod}  initContainers:
    - name: warm-up
      image: registry.example/warm-up:1.0.0
      volumeMounts:
        - name: cache
          mountPath: /cache
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: cache
          mountPath: /cache
      resources:
        limits:
          memory: 512Mi
${inMemory('        sizeLimit: 0\n')}    - name: scratch
      emptyDir:
        medium: Memory
`,
      at: '26:20',
      message: 'volume "cache" lies in memory without sizeLimit, and init container "warm-up" has no memory limit',
    },
    {
      yaml: `${limitRangeIn('warehouse')}${pod}${mounting}${inMemory()}`,
      complete: true,
      at: '26:7',
      message: 'volume "cache" lies in memory without sizeLimit, and container "web" has no memory limit',
    },
  ],
};
