import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer } from '../../core/parameter.ts';
import { autoscalerKinds, isAutoscaled } from '../../kubernetes/autoscaler.ts';
import { replicasField, replicasOf } from '../../kubernetes/replicas.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'replicas-single',
  on: workloadsOnly('apps/Deployment'),
  severity: 'low',
  parameters: { minimum: integer(2) },
  reads: autoscalerKinds,
  title: 'Deployment has too few replicas',
  why: 'Its service is down while its node is drained, or while its pod is started again.',
  advice: 'Set replicas to 2 or more, or let an autoscaler do so.',
  messages: { few: 'the Deployment asks for {replicas} of at least {minimum} replicas' },
  evaluate({ resource }, report, { parameters, inventory }) {
    const { minimum } = parameters;
    const replicas = replicasOf(resource) ?? 1;
    if (replicas === 0 || replicas >= minimum || isAutoscaled(resource, inventory)) return;
    report.fail('few', replicasField(resource), { replicas, minimum });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'several pods run at a time, which not every application can do',
    edits: (edit, finding) => edit.set(finding.at, finding.data['minimum']),
  },
});

function deployment(replicas: string, spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
${replicas}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${spec}      containers:
        - name: web
          image: registry.example/web:1.4.2
`;
}

const spread = `      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
`;

const scaled = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: web
  namespace: shop
spec:
  scaleTargetRef:
    name: web
---
`;

function autoscaler(target: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef: ${target}
---
`;
}

export const examples: CheckExamples = {
  pass: [
    deployment('  replicas: 2\n'),
    deployment('  replicas: 0\n'),
    { yaml: deployment('  replicas: 1\n'), parameters: { minimum: 1 } },
    scaled + deployment(''),
    autoscaler('{ apiVersion: apps/v1, kind: Deployment, name: web }') + deployment('  replicas: 1\n'),
  ],
  fail: [
    {
      yaml: deployment('', spread),
      at: '6:1',
      message: 'the Deployment asks for 1 of at least 2 replicas',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers:
        - name: web
          image: registry.example/web:1.4.2
  replicas: 2
`,
    },
    {
      yaml:
        autoscaler('{ apiVersion: apps/v1, kind: StatefulSet, name: web }') +
        deployment('  replicas: 2 # for the summer\n'),
      parameters: { minimum: 3 },
      at: '16:13',
      message: 'the Deployment asks for 2 of at least 3 replicas',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: web }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 3 # for the summer
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
`,
    },
  ],
};
