import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workloadObjectsAnd } from '../../kubernetes/object-kinds.ts';

const kinds = [
  'Service',
  'networking.k8s.io/Ingress',
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
  'PersistentVolumeClaim',
  'networking.k8s.io/NetworkPolicy',
  'policy/PodDisruptionBudget',
  'autoscaling/HorizontalPodAutoscaler',
];

/** What every cluster creates there. */
const CREATED = ['Service kubernetes', 'ServiceAccount default', 'ConfigMap kube-root-ca.crt'];

export default defineCheck({
  id: 'default-namespace-used',
  on: workloadObjectsAnd(...kinds),
  severity: 'low',
  title: 'Object lies in the namespace default',
  why: 'What shares one namespace shares its secrets, quotas and permissions: whoever takes over one part reaches the others.',
  advice: 'Give each application a namespace of its own, and name it in the object.',
  messages: { used: '{kind} "{name}" lies in the namespace "default"' },
  evaluate(judged, report) {
    if (judged.metadata['namespace'] !== 'default') return;
    const kind = String(judged.content['kind']);
    if (CREATED.includes(`${kind} ${judged.name}`)) return;
    report.fail('used', judged.at('metadata', 'namespace'), { kind, name: judged.name });
  },
});

function objectIn(apiVersion: string, kind: string, name: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  namespace: default
`;
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: default
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [
    deployment.replace('  namespace: default\n', ''),
    deployment.replace('namespace: default', 'namespace: shop'),
    objectIn('v1', 'Service', 'kubernetes'),
    objectIn('v1', 'ServiceAccount', 'default'),
    objectIn('v1', 'ConfigMap', 'kube-root-ca.crt'),
  ],
  fail: [
    { yaml: deployment, at: '5:14', message: 'Deployment "web" lies in the namespace "default"' },
    ...kinds.map((kind) => {
      const [name = '', group] = kind.split('/').toReversed();
      return {
        yaml: objectIn(group === undefined ? 'v1' : `${group}/v1`, name, 'web'),
        at: '5:14',
        message: `${name} "web" lies in the namespace "default"`,
      };
    }),
    {
      yaml: objectIn('v1', 'ServiceAccount', 'kubernetes'),
      at: '5:14',
      message: 'ServiceAccount "kubernetes" lies in the namespace "default"',
    },
  ],
};
