import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, isObject, type JsonObject } from '../../core/json.ts';
import { selectorOfMap, selectorText } from '../../kubernetes/label-index.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { labelSelectorMatches } from '../../kubernetes/selector.ts';

const LABELS = ['spec', 'template', 'metadata', 'labels'] as const;

export default defineCheck({
  id: 'selector-mismatch',
  on: objectsOf('apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'ReplicationController'),
  severity: 'high',
  title: 'Selector does not match the labels of the pods',
  why: 'The API server refuses the object: none of its pods starts.',
  advice: 'Give the pod template the labels that spec.selector asks for.',
  messages: {
    absent: '{kind} "{name}" has no selector',
    mismatch: 'the labels of the pods do not match the selector {selector}',
  },
  evaluate(judged, report) {
    const selector = selectorOf(judged);
    if (selector === undefined) {
      if (judged.kind === 'ReplicationController') return;
      const kind = String(judged.content['kind']);
      report.fail('absent', judged.at('spec', 'selector'), { kind, name: judged.name });
    } else if (!labelSelectorMatches(selector, textMap(labelsOf(judged)))) {
      report.fail('mismatch', judged.at(...LABELS), { selector: selectorText(selector) });
    }
  },
  fix: {
    effect: 'safe',
    because: 'the API server refuses the object as it is',
    edits(edit, finding, judged) {
      if (finding.message === 'absent') edit.set(judged.at('spec', 'selector', 'matchLabels'), labelsOf(judged));
      const wanted = textMap(asObject(selectorOf(judged))['matchLabels']);
      const labels = textMap(labelsOf(judged));
      for (const [key, value] of wanted) if (labels.get(key) !== value) edit.set(judged.at(...LABELS, key), value);
    },
  },
});

function selectorOf({ kind, spec }: KubernetesObject): JsonObject | undefined {
  const { selector } = spec;
  if (kind === 'ReplicationController') return selectorOfMap(selector);
  return isObject(selector) ? selector : undefined;
}

function labelsOf({ spec }: KubernetesObject): JsonObject {
  return asObject(asObject(asObject(spec['template'])['metadata'])['labels']);
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
    matchExpressions:
      - {key: tier, operator: NotIn, values: [back]}
  template:
    metadata:
      labels:
        app: web
        part: shop
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;

const controller = `apiVersion: v1
kind: ReplicationController
metadata:
  name: web
spec:
  selector:
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
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => deployment.replace('Deployment', kind)),
    controller,
    controller.replace('  selector:\n    app: web\n', ''),
    controller.replace('\n    app: web', ' {}'),
  ],
  fail: [
    {
      yaml: deployment.replace('        app: web', '        app: api # of old'),
      at: '14:9',
      message: 'the labels of the pods do not match the selector app=web, tier NotIn (back)',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
    matchExpressions:
      - {key: tier, operator: NotIn, values: [back]}
  template:
    metadata:
      labels:
        app: web # of old
        part: shop
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: deployment.replace('      app: web\n    match', '      app: web\n      tier: front\n    match'),
      at: '15:9',
      message: 'the labels of the pods do not match the selector app=web, tier=front, tier NotIn (back)',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
      tier: front
    matchExpressions:
      - {key: tier, operator: NotIn, values: [back]}
  template:
    metadata:
      labels:
        app: web
        part: shop
        tier: front
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: deployment.replace(/ {2}selector:[^]*template:/, '  template:'),
      at: '5:1',
      message: 'Deployment "web" has no selector',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
        part: shop
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
  selector:
    matchLabels:
      app: web
      part: shop
`,
    },
    {
      yaml: controller.replace('        app: web', '        app: api'),
      at: '11:9',
      message: 'the labels of the pods do not match the selector app=web',
      fixed: `apiVersion: v1
kind: ReplicationController
metadata:
  name: web
spec:
  selector:
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
