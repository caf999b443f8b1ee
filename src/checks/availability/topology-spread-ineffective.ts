import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { podLabels } from '../../kubernetes/pod-labels.ts';
import { selectsOwnPods } from '../../kubernetes/pod-spread.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'topology-spread-ineffective',
  on: workload,
  severity: 'low',
  title: 'Spread constraint does not count the pods themselves',
  why: 'The scheduler counts other pods or none, so all replicas may still run on the node that fails.',
  advice: 'Give the constraint the labels that the controller selects its pods by.',
  messages: {
    none: 'the spread constraint by {topologyKey} has no labelSelector',
    other: 'the labelSelector of the spread constraint by {topologyKey} does not select the pods themselves',
  },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.pod['topologySpreadConstraints']).entries()) {
      const constraint = asObject(entry);
      if (selectsOwnPods(constraint, judged)) continue;
      const message = isObject(constraint['labelSelector']) ? 'other' : 'none';
      const topologyKey = asString(constraint['topologyKey']) ?? '';
      report.fail(message, judged.at('topologySpreadConstraints', index, 'labelSelector'), { topologyKey });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the scheduler may choose other nodes than before',
    edits: (edit, finding, judged) => edit.set(finding.at, ownSelector(judged)),
  },
});

/** The selector of the controller, or the labels of the pods where it has none. */
function ownSelector(judged: Workload): JsonObject {
  const selector = asObject(asObject(judged.resource.content['spec'])['selector']);
  if (isObject(selector['matchLabels'])) return { matchLabels: selector['matchLabels'] };
  return { matchLabels: Object.fromEntries(podLabels(judged)) };
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
    tier: front
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [
    pod,
    `${pod}  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: DoNotSchedule
      labelSelector:
        matchExpressions:
          - key: app
            operator: In
            values: [web, api]
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector: {}
`,
  ],
  fail: [
    {
      yaml: `${pod}  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: DoNotSchedule
      labelSelector: null
`,
      at: '16:22',
      message: 'the spread constraint by kubernetes.io/hostname has no labelSelector',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
    tier: front
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: DoNotSchedule
      labelSelector:
        matchLabels:
          app: web
          tier: front
`,
    },
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: shop
`,
      at: '23:13',
      message:
        'the labelSelector of the spread constraint by topology.kubernetes.io/zone does not select the pods themselves',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: web
`,
    },
  ],
};
