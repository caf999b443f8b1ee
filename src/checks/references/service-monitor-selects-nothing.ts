import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { selectorText } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { serviceIndexOf } from '../../kubernetes/service-index.ts';

const POD_MONITOR = 'monitoring.coreos.com/PodMonitor';

export default defineCheck({
  id: 'service-monitor-selects-nothing',
  on: objectsOf('monitoring.coreos.com/ServiceMonitor', POD_MONITOR),
  severity: 'low',
  reads: ['Service', ...workloadKinds],
  title: 'Monitor selects nothing',
  why: 'What it should watch is not measured: an outage or an attack on it raises no alarm.',
  advice: 'Let spec.selector name labels that the Services or pods carry, and check the namespaces.',
  messages: {
    services: 'no Service is selected by {selector}',
    pods: 'no pod is selected by {selector}',
  },
  evaluate(judged, report, { inventory }) {
    const { selector } = judged.spec;
    const isOfPods = judged.kind === POD_MONITOR;
    const index = isOfPods ? judged.pods : serviceIndexOf(inventory);
    const chosen = chosenNamespaces(judged);
    const found = (chosen ?? index.namespaces).map((namespace) => index.select(selector, namespace));
    if (found.some(({ items }) => items.length > 0)) return;
    const kinds = isOfPods ? workloadKinds : ['Service'];
    const [missing] = [
      ...found.flatMap(({ hidden: what }) => (what === undefined ? [] : { what })),
      ...(chosen ?? [undefined]).flatMap((namespace) => missingKinds(inventory, kinds, namespace) ?? []),
    ];
    if (missing !== undefined) report.unknown(missing);
    else {
      const message = isOfPods ? 'pods' : 'services';
      report.fail(message, judged.at('spec', 'selector'), { selector: selectorText(selector) || '{}' });
    }
  },
});

/** The namespaces that a monitor looks at; undefined for all. */
function chosenNamespaces({ spec, namespace = '' }: KubernetesObject): string[] | undefined {
  const { any, matchNames } = asObject(spec['namespaceSelector']);
  if (any === true) return undefined;
  const names = asList(matchNames).filter((name) => typeof name === 'string');
  return names.length === 0 ? [namespace] : names;
}

function monitor(kind: string, namespaces = ''): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
  ${namespaces}selector:
    matchExpressions:
      - {key: app, operator: In, values: [web]}
`;
}

function service(namespace: string): string {
  return `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: ${namespace}
  labels:
    app: web
`;
}

function pod(namespace: string): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${namespace}
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

const anywhere = 'namespaceSelector: {any: true}\n  ';
const named = 'namespaceSelector: {matchNames: [front, back]}\n  ';
const itself = 'namespaceSelector: {}\n  ';

export const examples: CheckExamples = {
  pass: [
    `${monitor('ServiceMonitor')}${service('shop')}`,
    `${monitor('PodMonitor')}${pod('shop')}`,
    `${monitor('ServiceMonitor', anywhere)}${service('other')}`,
    `${monitor('ServiceMonitor', named)}${service('back')}`,
    `${monitor('ServiceMonitor', itself)}${service('shop')}`,
  ],
  fail: [
    {
      yaml: `${monitor('ServiceMonitor')}${service('shop').replace('app: web', 'app: api')}`,
      complete: true,
      at: '8:5',
      message: 'no Service is selected by app In (web)',
    },
    {
      yaml: `${monitor('ServiceMonitor')}${service('other')}${pod('shop')}`,
      complete: true,
      at: '8:5',
      message: 'no Service is selected by app In (web)',
    },
    {
      yaml: `${monitor('PodMonitor')}${service('shop')}`,
      complete: true,
      at: '8:5',
      message: 'no pod is selected by app In (web)',
    },
    {
      yaml: `${monitor('ServiceMonitor', named)}${service('shop')}`,
      complete: true,
      at: '9:5',
      message: 'no Service is selected by app In (web)',
    },
    {
      yaml: monitor('ServiceMonitor', anywhere).replace(/selector:\n[^]*/, 'selector: {}\n'),
      complete: true,
      at: '8:13',
      message: 'no Service is selected by {}',
    },
  ],
  unknown: [
    { yaml: monitor('ServiceMonitor'), missing: 'no Service of "shop" is among the inputs' },
    { yaml: monitor('ServiceMonitor', anywhere), missing: 'no Service is among the inputs' },
    { yaml: monitor('PodMonitor', named), missing: 'no Pod of "front" is among the inputs' },
  ],
};
