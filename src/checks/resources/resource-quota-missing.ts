import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { namespace } from '../../kubernetes/namespace.ts';
import { missingWorkloads } from '../../kubernetes/namespace-workloads.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { boundsCompute } from '../../kubernetes/resource-quota.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'resource-quota-missing',
  on: namespace,
  severity: 'low',
  parameters: { systemNamespaces },
  reads: ['ResourceQuota', ...workloadKinds],
  title: 'No ResourceQuota bounds the namespace',
  why: 'Whoever may create pods here can take all CPU and memory of the cluster.',
  advice: 'Add a ResourceQuota without scopes for requests.cpu and requests.memory.',
  messages: { missing: 'no ResourceQuota bounds the CPU and memory that "{namespace}" may request' },
  evaluate(judged, report, { parameters, inventory }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    const found = inventory.select('ResourceQuota', judged.name);
    if (boundsCompute(found.items)) return;
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

/** A ResourceQuota of the namespace `shop` with these lines in its spec. */
function quota(name: string, lines: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: ${name}
  namespace: shop
spec:
${lines.replaceAll(/^/gm, '  ')}
`;
}

function stream(...documents: readonly string[]): string {
  return documents.join('---\n');
}

export const examples: CheckExamples = {
  pass: [
    stream(shop, deployment, quota('usual', 'hard: { requests.cpu: 20, requests.memory: 40Gi }')),
    stream(deployment, quota('cpu', 'hard: { cpu: 20 }'), quota('memory', 'hard: { memory: 40Gi }')),
    stream(shop, quota('usual', 'hard: { cpu: 20, memory: 40Gi }')),
    { yaml: shop, complete: true },
  ],
  fail: [
    {
      yaml: stream(shop, deployment),
      complete: true,
      at: '4:9',
      message: 'no ResourceQuota bounds the CPU and memory that "shop" may request',
    },
    {
      yaml: stream(
        deployment,
        quota('usual', 'hard: { requests.cpu: 20, limits.memory: 40Gi, pods: 100 }'),
        quota('terminating', 'hard: { cpu: 20, memory: 40Gi }\nscopes: [Terminating]'),
      ),
      complete: true,
      at: '5:14',
      message: 'no ResourceQuota bounds the CPU and memory that "shop" may request',
    },
  ],
  unknown: [
    { yaml: deployment, missing: 'no ResourceQuota of "shop" is among the inputs' },
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
