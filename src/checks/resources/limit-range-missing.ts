import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { providesContainerDefaults } from '../../kubernetes/limit-range.ts';
import { namespace } from '../../kubernetes/namespace.ts';
import { missingWorkloads } from '../../kubernetes/namespace-workloads.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'limit-range-missing',
  on: namespace,
  severity: 'low',
  parameters: { systemNamespaces },
  reads: ['LimitRange', ...workloadKinds],
  title: 'No LimitRange gives containers a request and a limit',
  why: 'A container that asks for nothing here takes all that its node has.',
  advice: 'Add a LimitRange with default and defaultRequest of cpu and memory for containers.',
  messages: {
    missing: 'no LimitRange gives the containers of "{namespace}" a default request and limit of CPU and memory',
  },
  evaluate(judged, report, { parameters, inventory }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    const found = inventory.select('LimitRange', judged.name);
    if (providesContainerDefaults(found.items)) return;
    const missing = judged.workloads.length === 0 ? missingWorkloads(judged.name, inventory) : found.missing;
    if (missing !== undefined) report.unknown(missing);
    else if (judged.workloads.length > 0) {
      report.fail('missing', judged.at('metadata', 'name'), { namespace: judged.name }).about(judged.at());
    }
  },
});

const shop = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`;

const deployment = `apiVersion: apps/v1
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
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;

/** A LimitRange of the namespace `shop` with these lines in an item for containers. */
function limitRange(name: string, lines: string, type = 'Container'): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: ${name}
  namespace: shop
spec:
  limits:
    - type: ${type}
${lines.replaceAll(/^/gm, '      ')}
`;
}

const both = '{ cpu: 100m, memory: 64Mi }';

function stream(...documents: readonly string[]): string {
  return documents.join('---\n');
}

export const examples: CheckExamples = {
  pass: [
    stream(shop, deployment, limitRange('usual', `default: ${both}\ndefaultRequest: ${both}`)),
    stream(deployment, limitRange('usual', `max: ${both}`)),
    stream(
      deployment,
      limitRange('cpu', 'default: { cpu: 100m }\ndefaultRequest: { cpu: 50m }'),
      limitRange('memory', 'default: { memory: 64Mi }'),
    ),
    stream(shop, limitRange('usual', `default: ${both}`)),
    { yaml: shop, complete: true },
  ],
  fail: [
    {
      yaml: stream(shop, deployment),
      complete: true,
      at: '4:9',
      message: 'no LimitRange gives the containers of "shop" a default request and limit of CPU and memory',
    },
    {
      yaml: stream(
        deployment,
        limitRange('usual', 'default: { cpu: 100m }\ndefaultRequest: { memory: 64Mi }'),
        limitRange('pods', `max: ${both}`, 'Pod'),
      ),
      complete: true,
      at: '5:14',
      message: 'no LimitRange gives the containers of "shop" a default request and limit of CPU and memory',
    },
  ],
  unknown: [
    { yaml: deployment, missing: 'no LimitRange of "shop" is among the inputs' },
    { yaml: shop, missing: 'no Pod of "shop" is among the inputs' },
  ],
  notApplicable: [
    ...systemNamespaces.default.map((name) => ({
      yaml: deployment.replace('namespace: shop', `namespace: ${name}`),
      complete: true,
    })),
    { yaml: deployment, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
};
