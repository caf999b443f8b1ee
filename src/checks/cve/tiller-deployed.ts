import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { podLabels, podLabelsField } from '../../kubernetes/pod-labels.ts';
import { textMap } from '../../kubernetes/resource.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const PORT = 44_134;

const messages = {
  image: '{part} runs Tiller',
  labels: 'its labels are those of Tiller',
  service: 'it leads to Tiller',
} as const;

export default defineCheck({
  id: 'tiller-deployed',
  on: workloadsAnd('Service'),
  severity: 'critical',
  title: 'Tiller runs in the cluster',
  why: 'The server half of Helm 2 asks nobody who they are and mostly has every right: whoever reaches it owns the cluster.',
  advice: 'Move the releases to Helm 3 and delete Tiller with its account, binding and Service.',
  messages,
  evaluate(judged, report) {
    if (judged.workload === undefined) evaluateService(judged, report);
    else evaluateWorkload(judged.workload, report);
  },
});

function evaluateWorkload(judged: Workload, report: Reporter<typeof messages>): void {
  for (const container of judged.containers) {
    const { repository } = parseImageReference(container.image ?? '');
    if (repository.slice(repository.lastIndexOf('/') + 1) !== 'tiller') continue;
    report.fail('image', container.at('image'), { part: container.part });
    return;
  }
  if (isTiller(podLabels(judged))) report.fail('labels', podLabelsField(judged));
  else if (isTiller(ownLabels(judged))) {
    report.fail('labels', { resource: judged.resource, path: ['metadata', 'labels'] });
  }
}

/** The labels of the workload itself, which need not be those of its pods. */
function ownLabels({ resource }: Workload): ReadonlyMap<string, string> {
  return textMap(asObject(resource.content['metadata'])['labels']);
}

function evaluateService(judged: WorkloadOrObject, report: Reporter<typeof messages>): void {
  const spec = asObject(judged.resource.content['spec']);
  if (!isTiller(textMap(spec['selector']))) return;
  const ports = asList(spec['ports']).map(asObject);
  const index = ports.findIndex(({ name, port }) => name === 'tiller' || port === PORT);
  if (index !== -1) report.fail('service', judged.at('spec', 'ports', index));
}

function isTiller(labels: ReadonlyMap<string, string>): boolean {
  return labels.get('app') === 'helm' && labels.get('name') === 'tiller';
}

function pod(image: string, labels = '{app: web}'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: deploy
  namespace: shop
  labels: ${labels}
spec:
  containers:
    - name: sidecar
    - name: server
      image: ${image}
`;
}

function service(port: string, selector: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: deploy
  namespace: shop
spec:
  selector: ${selector}
  ports:
    - {port: 80}
    - ${port}
`;
}

const tiller = '{app: helm, name: tiller}';

function deployment(labels: string, labelsOfPods: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: deploy
  namespace: shop
  labels: ${labels}
spec:
  template:
    metadata:
      labels: ${labelsOfPods}
    spec:
      containers:
        - name: server
          image: registry.example/web:1.4.2
`;
}

export const examples: CheckExamples = {
  pass: [
    pod('registry.example/distiller:1.4.2'),
    pod('registry.example/tiller/web:1.4.2', '{app: helm, name: web}'),
    pod('registry.example/web:1.4.2', '{app: web, name: tiller}'),
    service('{port: 443}', tiller),
    service('{port: 44134}', '{app: helm, name: web}'),
  ],
  fail: [
    { yaml: pod('registry.example:5000/kube/tiller:v2.17.0'), at: '11:14', message: 'container "server" runs Tiller' },
    {
      yaml: pod('registry.example/tiller:v2.17.0', tiller),
      at: '11:14',
      message: 'container "server" runs Tiller',
    },
    { yaml: pod('registry.example/web:1.4.2', tiller), at: '6:11', message: 'its labels are those of Tiller' },
    { yaml: deployment(tiller, '{app: web}'), at: '6:11', message: 'its labels are those of Tiller' },
    { yaml: deployment('{app: web}', tiller), at: '10:15', message: 'its labels are those of Tiller' },
    { yaml: service('{port: 44134}', tiller), at: '10:7', message: 'it leads to Tiller' },
    { yaml: service('{name: tiller, port: 80}', tiller), at: '10:7', message: 'it leads to Tiller' },
  ],
};
