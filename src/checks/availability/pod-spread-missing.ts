import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { podLabels } from '../../kubernetes/pod-labels.ts';
import { isSpread } from '../../kubernetes/pod-spread.ts';
import { replicasOf, unreplicatedKinds } from '../../kubernetes/replicas.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'pod-spread-missing',
  on: workloadsExcept('ReplicationController', ...unreplicatedKinds),
  severity: 'low',
  title: 'Replicas may all run on one node',
  why: 'The loss of one node, or its drain, takes the whole service down, however many replicas it has.',
  advice: 'Add topologySpreadConstraints, or a podAntiAffinity, with the labels of the pods.',
  messages: { together: 'nothing keeps the {replicas} pods from running on one node' },
  evaluate(judged, report) {
    const replicas = replicasOf(judged.resource);
    if (replicas === undefined || replicas < 2 || isSpread(judged)) return;
    report.fail('together', judged.at('topologySpreadConstraints'), { replicas });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the scheduler prefers other nodes than before',
    edits(edit, finding, judged) {
      edit.append(finding.at, {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: Object.fromEntries(podLabels(judged)) },
      });
    },
  },
});

function replicated(apiVersion: string, kind: string, replicas: string, spec = ''): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
${replicas}  template:
    metadata:
      labels:
        app: web
    spec:
${spec}      containers:
        - name: web
          image: registry.example/web:1.4.2
`;
}

const two = '  replicas: 2\n';

/** A spread constraint with these lines. */
function constraint(lines: string): string {
  return `      topologySpreadConstraints:
        - maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
${lines.replaceAll(/^/gm, '          ')}
`;
}

export const examples: CheckExamples = {
  pass: [
    replicated('apps/v1', 'Deployment', ''),
    replicated('apps/v1', 'StatefulSet', '  replicas: 1\n'),
    replicated('rollouts.example/v1', 'Rollout', ''),
    replicated(
      'apps/v1',
      'Deployment',
      two,
      constraint('topologyKey: topology.kubernetes.io/zone\nlabelSelector: { matchLabels: { app: web } }'),
    ),
    replicated(
      'apps/v1',
      'ReplicaSet',
      two,
      `      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector: { matchLabels: { app: web } }
`,
    ),
  ],
  fail: [
    {
      yaml: replicated('apps/v1', 'Deployment', two),
      at: '12:5',
      message: 'nothing keeps the 2 pods from running on one node',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
`,
    },
    {
      yaml: replicated(
        'rollouts.example/v1',
        'Rollout',
        '  replicas: 5\n',
        constraint('topologyKey: kubernetes.io/hostname\nlabelSelector: { matchLabels: { app: database } }'),
      ),
      at: '14:9',
      message: 'nothing keeps the 5 pods from running on one node',
      fixed: `apiVersion: rollouts.example/v1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          topologyKey: kubernetes.io/hostname
          labelSelector: { matchLabels: { app: database } }
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
  ],
};
