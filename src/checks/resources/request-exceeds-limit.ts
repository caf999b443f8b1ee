import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import type { Container } from '../../kubernetes/container.ts';
import { hasResources, writtenAmount } from '../../kubernetes/container-resources.ts';
import { compareQuantities, quantityOf } from '../../kubernetes/quantity.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'request-exceeds-limit',
  on: workload,
  severity: 'high',
  title: 'Request is larger than the limit',
  why: 'The API server refuses the object, so the workload never starts, or its next rollout stops.',
  advice: 'Lower the request or raise the limit; of devices and huge pages both must be the same.',
  messages: {
    larger: '{owner} requests {request} of {name} and may use {limit} only',
    differs: '{owner} requests {request} of {name} and may use {limit}, and both must be the same',
  },
  evaluate(judged, report, { targetVersion }) {
    const owners: Owner[] = judged.containers.filter(hasResources);
    if (isFrom(targetVersion, 34)) owners.push(podAsOwner(judged));
    for (const owner of owners) {
      for (const name of Object.keys(asObject(asObject(owner.content['resources'])['requests']))) {
        const request = writtenAmount(owner, 'requests', name);
        const limit = writtenAmount(owner, 'limits', name);
        const [requested, limited] = [quantityOf(request), quantityOf(limit)];
        if (requested === undefined || limited === undefined) continue;
        const order = compareQuantities(requested, limited);
        if (order < 0 ? !mustBeEqual(name) : order === 0) continue;
        const data = { owner: owner.part, name, request: String(request), limit: String(limit) };
        report.fail(order > 0 ? 'larger' : 'differs', owner.at('resources', 'requests', name), data);
      }
    }
  },
});

/** A container, or the pod as a whole. */
type Owner = Pick<Container, 'part' | 'content' | 'at'>;

function podAsOwner(judged: Workload): Owner {
  return { part: 'the pod', content: judged.pod, at: (...path) => judged.at(...path) };
}

/** Devices and huge pages cannot be overcommitted. */
function mustBeEqual(name: string): boolean {
  return name.startsWith('hugepages-') || (name.includes('/') && !name.includes('kubernetes.io/'));
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
`;

const ofThePod = `${pod}  resources:
    requests:
      memory: 2Gi
    limits:
      memory: 1Gi
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [
    `${pod}  resources:
    requests:
      cpu: 500m
    limits:
      cpu: 1
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        requests:
          cpu: 1000m
          memory: 1Gi
          example.com/gpu: 2
          example.org/link: 1
          hugepages-2Mi: 64Mi
          kubernetes.io/batch: 1
          ephemeral-storage: null
        limits:
          cpu: 1
          memory: 2Gi
          example.com/gpu: 2
          hugepages-2Mi: 65536Ki
          kubernetes.io/batch: 2
          ephemeral-storage: 1Gi
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      resources: # which the API server refuses for another reason
        requests:
          cpu: 2
        limits:
          cpu: 1
`,
    { yaml: ofThePod, targetVersion: '1.33' },
  ],
  fail: [
    {
      yaml: `${pod}  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        requests:
          cpu: "1.5"
        limits:
          cpu: 1499m
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources:
        limits:
          memory: 512M
          example.com/gpu: 2
          hugepages-1Gi: 2Gi
        requests:
          memory: 512Mi
          example.com/gpu: 1
          hugepages-1Gi: 1Gi
`,
      at: ['11:16', '23:19', '24:28', '25:26'],
      message: [
        'init container "migrate" requests 1.5 of cpu and may use 1499m only',
        'container "web" requests 512Mi of memory and may use 512M only',
        'container "web" requests 1 of example.com/gpu and may use 2, and both must be the same',
        'container "web" requests 1Gi of hugepages-1Gi and may use 2Gi, and both must be the same',
      ],
    },
    {
      yaml: ofThePod,
      targetVersion: '1.34',
      at: '8:15',
      message: 'the pod requests 2Gi of memory and may use 1Gi only',
    },
  ],
};
