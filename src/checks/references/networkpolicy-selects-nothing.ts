import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { subjectPolicyKinds } from '../../kubernetes/network-policy-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { policyTargetsOf, targetHolds } from '../../kubernetes/policy-target.ts';

const ciliumKinds = ['cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy'];

export default defineCheck({
  id: 'networkpolicy-selects-nothing',
  on: objectsOf('networking.k8s.io/NetworkPolicy', ...ciliumKinds, ...subjectPolicyKinds),
  severity: 'medium',
  reads: [...workloadKinds, 'Namespace', 'Node'],
  title: 'Network policy applies to nothing',
  why: 'The pods that it should shield stay open to every connection, and the policy looks as if they were not.',
  advice: 'Let the selector name labels that the pods carry, or remove the policy.',
  messages: {
    pods: 'no pod is selected: what the policy says applies to nothing',
    nodes: 'no node is selected: what the policy says applies to nothing',
  },
  evaluate(judged, report, { inventory }) {
    const { resource, namespace } = judged;
    for (const target of policyTargetsOf(resource)) {
      const holds = targetHolds(target, namespace, judged.pods, inventory);
      if (holds.is === 'yes') continue;
      const message = target.is === 'nodes' ? 'nodes' : 'pods';
      const missing = missingKinds(inventory, message === 'nodes' ? ['Node'] : workloadKinds, namespace);
      if (missing !== undefined) report.unknown(missing);
      else if (holds.is === 'unknown') for (const what of holds.missing) report.unknown({ what });
      else report.fail(message, judged.at(...target.path));
    }
  },
});

function policy(kind: string, spec: string): string {
  const [group = '', name = ''] = kind.split('/');
  return `apiVersion: ${group}/v1
kind: ${name}
metadata:
  name: web
  namespace: shop
spec:
  ${spec}
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

function node(zone: string): string {
  return `---
apiVersion: v1
kind: Node
metadata:
  name: one
  labels:
    zone: ${zone}
`;
}

const networkPolicy = policy('networking.k8s.io/NetworkPolicy', 'podSelector: {matchLabels: {app: web}}');
const clusterwide = policy(
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'endpointSelector: {matchLabels: {k8s:app: web}}',
);
const ofNodes = policy('cilium.io/CiliumClusterwideNetworkPolicy', 'nodeSelector: {matchLabels: {zone: a}}');
const ofTeam = 'subject: {namespaces: {matchLabels: {team: sales}}}';

export const examples: CheckExamples = {
  pass: [
    `${networkPolicy}${pod('shop')}`,
    { yaml: networkPolicy.replace('{matchLabels: {app: web}}', '{}'), complete: true },
    `${clusterwide}${pod('other')}`,
    `${ofNodes}${node('a')}`,
    ...subjectPolicyKinds.map((kind) => ({ yaml: policy(kind, 'subject: {namespaces: {}}'), complete: true })),
  ],
  fail: [
    {
      yaml: networkPolicy,
      complete: true,
      at: '7:16',
      message: 'no pod is selected: what the policy says applies to nothing',
    },
    {
      yaml: `${networkPolicy}${pod('other')}`,
      complete: true,
      at: '7:16',
      message: 'no pod is selected: what the policy says applies to nothing',
    },
    {
      yaml: clusterwide.replace('app: web', 'app: api') + pod('shop'),
      complete: true,
      at: '7:21',
      message: 'no pod is selected: what the policy says applies to nothing',
    },
    {
      yaml: policy('cilium.io/CiliumNetworkPolicy', 'endpointSelector: {matchLabels: {app: web}}'),
      complete: true,
      at: '7:21',
      message: 'no pod is selected: what the policy says applies to nothing',
    },
    {
      yaml: `${ofNodes}${node('b')}`,
      complete: true,
      at: '7:17',
      message: 'no node is selected: what the policy says applies to nothing',
    },
    {
      yaml: policy('policy.networking.k8s.io/AdminNetworkPolicy', ofTeam),
      complete: true,
      at: '7:25',
      message: 'no pod is selected: what the policy says applies to nothing',
    },
  ],
  unknown: [
    { yaml: networkPolicy, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: clusterwide, missing: 'no Pod is among the inputs' },
    { yaml: `${ofNodes}${pod('shop')}`, missing: 'no Node is among the inputs' },
    {
      yaml: `${policy('policy.networking.k8s.io/AdminNetworkPolicy', ofTeam)}${pod('shop')}`,
      complete: true,
      missing: 'no Namespace "shop" is among the inputs',
    },
  ],
};
