import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bareKind } from '../../core/coverage.ts';
import { classKinds, objectClass, workloadClasses } from '../../kubernetes/class-reference.ts';
import { workloadsAnd } from '../../kubernetes/workload-or-object.ts';

export default defineCheck({
  id: 'class-reference-missing',
  on: workloadsAnd('PersistentVolumeClaim', 'networking.k8s.io/Ingress'),
  severity: 'medium',
  reads: [...classKinds],
  title: 'Object names a class that does not exist',
  why: 'Pods are refused or stay pending, claims get no volume, and no controller answers for the Ingress.',
  advice: 'Create the class, or name one that exists.',
  messages: { missing: '{kind} "{name}" does not exist' },
  evaluate(judged, report, { inventory }) {
    const { workload, resource } = judged;
    for (const { kind, name, at } of workload === undefined ? objectClass(resource) : workloadClasses(workload)) {
      const lookup = inventory.find(kind, name);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('missing', at, { kind: bareKind(kind), name });
    }
  },
});

function pod(field: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  ${field}
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  storageClassName: fast
`;

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
`;

function classObject(group: string, kind: string, name: string): string {
  return `---
apiVersion: ${group}/v1
kind: ${kind}
metadata:
  name: ${name}
`;
}

export const examples: CheckExamples = {
  pass: [
    { yaml: pod('priorityClassName: system-node-critical'), complete: true },
    { yaml: claim.replace('fast', "''"), complete: true },
    `${pod('priorityClassName: high')}${classObject('scheduling.k8s.io', 'PriorityClass', 'high')}`,
    `${pod('runtimeClassName: sandbox')}${classObject('node.k8s.io', 'RuntimeClass', 'sandbox')}`,
    `${claim}${classObject('storage.k8s.io', 'StorageClass', 'fast')}`,
    `${ingress}${classObject('networking.k8s.io', 'IngressClass', 'nginx')}`,
  ],
  fail: [
    {
      yaml: pod('priorityClassName: high'),
      complete: true,
      at: '6:22',
      message: 'PriorityClass "high" does not exist',
    },
    {
      yaml: pod('runtimeClassName: sandbox'),
      complete: true,
      at: '6:21',
      message: 'RuntimeClass "sandbox" does not exist',
    },
    { yaml: claim, complete: true, at: '6:21', message: 'StorageClass "fast" does not exist' },
    { yaml: ingress, complete: true, at: '6:21', message: 'IngressClass "nginx" does not exist' },
  ],
  unknown: [
    { yaml: pod('priorityClassName: high'), missing: 'no PriorityClass "high" is among the inputs' },
    { yaml: ingress, missing: 'no IngressClass "nginx" is among the inputs' },
  ],
};
