import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asObject, asString } from '../../core/json.ts';
import { apiServersIn } from '../../kubernetes/api-server.ts';
import { clusterAnd, isCluster } from '../../kubernetes/cluster-and-objects.ts';
import { isStored, type KubernetesObject } from '../../kubernetes/object.ts';
import { formatRelease, parseRelease } from '../../kubernetes/release.ts';
import { supportEnd } from '../../kubernetes/support.ts';

/** How many minor versions a kubelet may be older than the API server (the version skew policy). */
const MOST_BEHIND = 3;

const messages = {
  ended: 'the API server runs {release}, whose support ended on {end}',
  newer: 'its kubelet runs {release}, newer than the API server ({server})',
  older: 'its kubelet runs {release}, more than {most} minor versions behind the API server ({server})',
} as const;

export default defineCheck({
  id: 'kubernetes-version-unsupported',
  on: clusterAnd('Node'),
  severity: 'medium',
  reads: ['Node', 'Pod'],
  title: 'Kubernetes is out of support',
  why: 'Faults that become known are no longer mended, and versions too far apart fail in ways nobody tests.',
  advice: 'Upgrade the control plane to a supported version, then the nodes.',
  messages,
  evaluate(judged, report, { inventory, today }) {
    if (isCluster(judged)) evaluateControlPlane(inventory, report, today);
    else evaluateNode(judged, inventory, report);
  },
});

function evaluateControlPlane(inventory: Inventory, report: Reporter<typeof messages>, today: string): void {
  const servers = apiServersIn(inventory);
  // A scan that holds no node of a cluster is not of one.
  if (servers.length === 0 && !inventory.ofKind('Node').some(isStored)) report.notApplicable();
  else if (servers.length === 0) report.unknown({ what: 'the version of the API server' });
  for (const { release, field } of servers) {
    const end = supportEnd({ major: release[0], minor: release[1] });
    if (end === undefined) {
      report.unknown({ what: `until when Kubernetes ${formatRelease(release)} is supported` });
    } else if (end < today) report.fail('ended', field, { release: formatRelease(release), end });
  }
}

function evaluateNode(judged: KubernetesObject, inventory: Inventory, report: Reporter<typeof messages>): void {
  if (!isStored(judged.resource)) {
    report.notApplicable();
    return;
  }
  const kubelet = parseRelease(asString(asObject(judged.status['nodeInfo'])['kubeletVersion']) ?? '');
  const [server] = apiServersIn(inventory);
  if (kubelet === undefined) report.unknown({ what: 'the version of the kubelet' });
  else if (server === undefined) report.unknown({ what: 'the version of the API server to compare the kubelet with' });
  else {
    const behind = server.release[1] - kubelet[1];
    const place = judged.at('status', 'nodeInfo', 'kubeletVersion');
    const data = { release: formatRelease(kubelet), server: formatRelease(server.release) };
    if (behind < 0) report.fail('newer', place, data);
    if (behind > MOST_BEHIND) report.fail('older', place, { ...data, most: MOST_BEHIND });
  }
}

function apiServer(tag: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver-one
  namespace: kube-system
  labels:
    component: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.example/kube-apiserver:${tag}
`;
}

function node(version: string): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
  uid: n1
status:
  nodeInfo:
    kubeletVersion: ${version}
`;
}

function both(server: string, kubelet: string): string {
  return `${apiServer(server)}---\n${node(kubelet)}`;
}

export const examples: CheckExamples = {
  pass: [
    both('v1.35.2', 'v1.35.2-gke.100'),
    both('v1.36.1', 'v1.33.9'),
    { yaml: apiServer('v1.32.0'), now: '2026-02-28T12:00:00Z' },
  ],
  fail: [
    {
      yaml: apiServer('v1.32.0'),
      now: '2026-03-01T00:00:00Z',
      at: '11:14',
      message: 'the API server runs 1.32.0, whose support ended on 2026-02-28',
    },
    {
      yaml: both('v1.35.0', 'v1.36.1'),
      at: '20:21',
      message: 'its kubelet runs 1.36.1, newer than the API server (1.35.0)',
    },
    {
      yaml: both('v1.36.0', 'v1.32.13'),
      at: '20:21',
      message: 'its kubelet runs 1.32.13, more than 3 minor versions behind the API server (1.36.0)',
    },
  ],
  unknown: [
    { yaml: node('v1.36.1'), missing: 'the version of the API server' },
    { yaml: node('v1.36.1'), missing: 'the version of the API server to compare the kubelet with' },
    { yaml: apiServer('v1.99.0'), missing: 'until when Kubernetes 1.99.0 is supported' },
    { yaml: both('v1.36.0', 'unknown'), missing: 'the version of the kubelet' },
  ],
  notApplicable: [
    node('v1.20.0').replace('  uid: n1\n', ''),
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
  ],
};
