import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { cluster } from '../../kubernetes/cluster.ts';
import { plugInOf } from '../../kubernetes/network/plug-in.ts';
import { showsCluster } from '../../kubernetes/shows-cluster.ts';

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

export default defineCheck({
  id: 'networkpolicy-not-enforced',
  on: cluster,
  severity: 'medium',
  reads: [NETWORK_POLICY, 'apps/DaemonSet', 'Node'],
  title: 'Network policies are not enforced',
  why: 'The API server takes them and nothing reads them: every connection they forbid is open.',
  advice: 'Run a network plug-in that enforces policies, or the policy agent of the one you have.',
  messages: { ignored: 'the network plug-in {plugIn} does not read NetworkPolicies' },
  evaluate(_judged, report, { inventory }) {
    const { isEnforcing, ignoring } = plugInOf(inventory);
    // Manifests alone show no cluster.
    const isOfCluster = ignoring !== undefined || showsCluster(inventory, ['apps/DaemonSet']);
    if (!isOfCluster || inventory.select(NETWORK_POLICY).items.length === 0) {
      report.notApplicable();
      return;
    }
    if (isEnforcing) return;
    const { missing } = inventory.select('apps/DaemonSet');
    if (missing !== undefined) report.unknown(missing);
    else if (ignoring === undefined) report.unknown({ what: 'a DaemonSet of a network plug-in that is known' });
    else report.fail('ignored', { resource: ignoring.resource, path: ['metadata', 'name'] }, { plugIn: ignoring.name });
  },
});

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: rules
  namespace: shop
spec:
  podSelector: {}
`;

function node(version = 'v1.36.1'): string {
  return `---
apiVersion: v1
kind: Node
metadata:
  name: one
status:
  nodeInfo:
    kubeletVersion: ${version}
`;
}

function agent(name: string, image = 'registry.example/agent:1.4.2'): string {
  return `---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: kube-system
spec:
  template:
    spec:
      containers:
        - name: agent
          image: ${image}
`;
}

const cluster1 = policy + node();

export const examples: CheckExamples = {
  pass: [
    cluster1 + agent('cilium'),
    cluster1 + agent('kube-flannel-ds') + agent('kube-network-policies'),
    cluster1 + agent('aws-node', 'registry.example/amazon/aws-network-policy-agent:v1.2.1'),
    cluster1 + agent('kindnet', 'registry.example/kindnetd:v20250214'),
    policy + node('v1.34.1+k3s1'),
  ],
  fail: [
    {
      yaml: policy + agent('kube-flannel-ds'),
      complete: true,
      at: '12:9',
      message: 'the network plug-in kube-flannel-ds does not read NetworkPolicies',
    },
    {
      yaml: cluster1 + agent('kube-flannel-ds'),
      complete: true,
      at: '20:9',
      message: 'the network plug-in kube-flannel-ds does not read NetworkPolicies',
    },
    {
      yaml: cluster1 + agent('aws-node'),
      complete: true,
      at: '20:9',
      message: 'the network plug-in aws-node does not read NetworkPolicies',
    },
  ],
  unknown: [
    { yaml: cluster1 + agent('kube-flannel-ds'), missing: 'perhaps not every DaemonSet is among the inputs' },
    { yaml: policy + agent('kube-flannel-ds'), missing: 'perhaps not every DaemonSet is among the inputs' },
    { yaml: policy, complete: true, missing: 'a DaemonSet of a network plug-in that is known' },
    { yaml: cluster1, complete: true, missing: 'a DaemonSet of a network plug-in that is known' },
  ],
  notApplicable: [policy, node().slice(4)],
};
