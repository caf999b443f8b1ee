import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Selection } from '../../core/lookup.ts';
import { any } from '../../core/truth.ts';
import { isNamespaced } from '../../kubernetes/kind.ts';
import { type Namespace, namespace } from '../../kubernetes/namespace.ts';
import {
  clusterwidePolicyKinds,
  namespacedPolicyKinds,
  subjectPolicyKinds,
} from '../../kubernetes/network-policy-kinds.ts';
import { appliesTo } from '../../kubernetes/network-policy-subject.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';
import type { Workload } from '../../kubernetes/workload.ts';

const policyKinds = [...namespacedPolicyKinds, ...subjectPolicyKinds, ...clusterwidePolicyKinds];

export default defineCheck({
  id: 'networkpolicy-missing',
  on: namespace,
  severity: 'medium',
  parameters: { systemNamespaces },
  reads: [...policyKinds, ...workloadKinds],
  covers: ['pod-ingress-unrestricted', 'pod-egress-unrestricted', 'networkpolicy-default-deny-missing'],
  title: 'No network policy applies to the namespace',
  why: 'Whoever takes over any pod of the cluster can connect to every port of every pod here.',
  advice: 'Add a NetworkPolicy with podSelector {} and policyTypes [Ingress], then allow the connections you need.',
  messages: { missing: 'no network policy applies to the pods of "{namespace}"' },
  evaluate(judged, report, { parameters, inventory }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    const workloads = reachableWorkloads(judged, inventory);
    const policies = policyKinds.map((kind) => inventory.select(kind, isNamespaced(kind) ? judged.name : undefined));
    const isIsolated = any(
      policies.flatMap(({ items }) => items),
      (policy) => appliesTo(policy, judged, workloads),
    );
    if (isIsolated.is === 'yes') return;
    if (workloads.items.length === 0) {
      if (workloads.missing !== undefined) report.unknown(workloads.missing);
      return;
    }
    const [missing] = policies.flatMap((selection) => selection.missing ?? []);
    if (missing !== undefined) report.unknown(missing);
    else if (isIsolated.is === 'unknown') for (const what of isIsolated.missing) report.unknown({ what });
    else report.fail('missing', judged.at('metadata', 'name'), { namespace: judged.name }).about(judged.at());
  },
});

/** The workloads that a network policy can reach: those on the network of the node are beyond it. */
function reachableWorkloads(judged: Namespace, inventory: Inventory): Selection<Workload> {
  return {
    items: judged.workloads.filter((workload) => workload.pod['hostNetwork'] !== true),
    missing: workloadKinds
      .map((kind) => inventory.select(kind, judged.name).missing)
      .find((missing) => missing !== undefined),
  };
}

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
      hostNetwork: false
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;

const nodeAgent = `apiVersion: v1
kind: Pod
metadata:
  name: node-agent
  namespace: shop
spec:
  hostNetwork: true
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
`;

const shop = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: sales
`;

/** A policy of a kind such as `cilium.io/CiliumNetworkPolicy`, in a namespace if one is given. */
function policyOf(kind: string, spec: string, inNamespace?: string): string {
  const [group = '', name = ''] = kind.split('/');
  return `apiVersion: ${group}/v1
kind: ${name}
metadata:
  name: default-deny${inNamespace === undefined ? '' : `\n  namespace: ${inNamespace}`}
spec:
${spec.replaceAll(/^/gm, '  ')}
`;
}

function stream(...documents: readonly string[]): string {
  return documents.join('---\n');
}

const denyAll = policyOf('networking.k8s.io/NetworkPolicy', 'podSelector: {}\npolicyTypes: [Ingress]', 'shop');

const MESSAGE = 'no network policy applies to the pods of "shop"';

export const examples: CheckExamples = {
  pass: [
    stream(shop, deployment, denyAll),
    ...namespacedPolicyKinds.map((kind) => stream(policyOf(kind, 'ingress: []', 'shop'), deployment)),
    ...subjectPolicyKinds.flatMap((kind) => [
      stream(policyOf(kind, 'subject:\n  namespaces: {}'), deployment),
      stream(shop, policyOf(kind, 'subject:\n  namespaces:\n    matchLabels:\n      team: sales'), deployment),
      stream(policyOf(kind, 'subject:\n  pods:\n    namespaceSelector: {}\n    podSelector: {}'), deployment),
    ]),
    ...clusterwidePolicyKinds.map((kind) => stream(policyOf(kind, 'endpointSelector: {}'), deployment)),
    stream(
      policyOf('cilium.io/CiliumClusterwideNetworkPolicy', 'endpointSelector:\n  matchLabels:\n    k8s:app: web'),
      deployment,
    ),
    stream(policyOf('projectcalico.org/GlobalNetworkPolicy', "selector: app == 'web'"), deployment),
    { yaml: shop, complete: true },
    { yaml: stream(shop, nodeAgent), complete: true },
  ],
  fail: [
    { yaml: stream(shop, deployment), complete: true, at: '4:9', message: MESSAGE },
    { yaml: stream(nodeAgent, deployment), complete: true, at: '5:14', message: MESSAGE },
    {
      yaml: stream(
        shop,
        deployment,
        policyOf(
          'policy.networking.k8s.io/AdminNetworkPolicy',
          'subject:\n  namespaces:\n    matchLabels: {team: ops}',
        ),
        policyOf('cilium.io/CiliumClusterwideNetworkPolicy', 'endpointSelector:\n  matchLabels: {app: database}'),
        policyOf('networking.k8s.io/NetworkPolicy', 'podSelector: {}', 'warehouse'),
      ),
      complete: true,
      at: '4:9',
      message: MESSAGE,
    },
  ],
  unknown: [
    { yaml: deployment, missing: 'no NetworkPolicy of "shop" is among the inputs' },
    { yaml: shop, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: nodeAgent, missing: 'perhaps not every Pod of "shop" is among the inputs' },
    {
      yaml: stream(
        deployment,
        policyOf(
          'policy.networking.k8s.io/ClusterNetworkPolicy',
          'subject:\n  namespaces:\n    matchLabels: {team: ops}',
        ),
      ),
      complete: true,
      missing: 'no Namespace "shop" is among the inputs',
    },
    {
      yaml: stream(
        deployment,
        policyOf('projectcalico.org/GlobalNetworkPolicy', "serviceAccountSelector: tier == 'web'"),
      ),
      complete: true,
      missing:
        'whether GlobalNetworkPolicy default-deny selects pods of "shop": its serviceAccountSelector is not evaluated',
    },
  ],
  notApplicable: [
    ...systemNamespaces.default.map((name) => ({
      yaml: deployment.replace('namespace: shop', `namespace: ${name}`),
      complete: true,
    })),
    { yaml: deployment, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
};
