import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, isObject } from '../../core/json.ts';
import { addressRange } from '../../kubernetes/address-range.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { type PolicyPeer, peerExists, peersOf } from '../../kubernetes/network-policy-peer.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { podAddressesOf } from '../../kubernetes/pod-address.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';

const messages = {
  namespaces: 'no namespace is selected',
  pods: 'no pod is selected',
  addresses: 'no pod has an address of {range}, which nodes give to pods',
  except: 'no pod has an address of {range}, which is excepted',
} as const;

export default defineCheck({
  id: 'networkpolicy-peer-selects-nothing',
  on: objectsOf('networking.k8s.io/NetworkPolicy'),
  severity: 'low',
  reads: [...workloadKinds, 'Namespace', 'Node'],
  title: 'Network policy allows a peer that does not exist',
  why: 'The connection that was meant does not work; whoever may create a pod or a namespace with these labels gets it.',
  advice: 'Let the selectors name labels that the peers carry, or remove the peer.',
  messages,
  evaluate(judged, report, { inventory }) {
    for (const peer of peersOf(judged.resource)) {
      if (isObject(peer.content['ipBlock'])) judgeAddresses(peer, judged, report, inventory);
      else judgeSelectors(peer, judged, report, inventory);
    }
  },
});

function judgeSelectors(
  peer: PolicyPeer,
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
  inventory: Inventory,
): void {
  const { namespace = '' } = judged;
  const exists = peerExists(peer, namespace, judged.pods, inventory);
  if (exists.is === 'yes') return;
  const isElsewhere = isObject(peer.content['namespaceSelector']);
  const missing = isElsewhere
    ? missingKinds(inventory, ['Namespace', ...workloadKinds], undefined)
    : missingKinds(inventory, workloadKinds, namespace);
  if (missing !== undefined) report.unknown(missing);
  else if (exists.is === 'unknown') for (const what of exists.missing) report.unknown({ what });
  else report.fail(isObject(peer.content['podSelector']) ? 'pods' : 'namespaces', judged.at(...peer.path));
}

/** Addresses of pods are only known of a live cluster; other ones are outside of it. */
function judgeAddresses(
  peer: PolicyPeer,
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
  inventory: Inventory,
): void {
  const { cidr, except } = asObject(peer.content['ipBlock']);
  const range = addressRange(asString(cidr) ?? '');
  const addresses = podAddressesOf(inventory);
  if (range === undefined || !addresses.isForPods(range)) return;
  const { missing } = inventory.select('Pod');
  if (missing !== undefined) {
    report.unknown(missing);
    return;
  }
  if (!addresses.isTaken(range)) {
    report.fail('addresses', judged.at(...peer.path, 'ipBlock', 'cidr'), { range: String(cidr) });
  }
  for (const [index, excepted] of asList(except).entries()) {
    const inner = addressRange(asString(excepted) ?? '');
    if (inner === undefined || addresses.isTaken(inner)) continue;
    report.fail('except', judged.at(...peer.path, 'ipBlock', 'except', index), { range: String(excepted) });
  }
}

function policy(...peers: readonly string[]): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  ingress:
    - from:
        - ${peers.join('\n        - ')}
`;
}

const shop = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: sales
`;

const pod = `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
status:
  podIP: 10.1.0.5
`;

const node = `---
apiVersion: v1
kind: Node
metadata:
  name: one
spec:
  podCIDR: 10.1.0.0/16
`;

const web = '{podSelector: {matchLabels: {app: web}}}';
const api = '{podSelector: {matchLabels: {app: api}}}';
const ops = '{namespaceSelector: {matchLabels: {team: ops}}}';
const opsWeb = '{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: web}}}';

export const examples: CheckExamples = {
  pass: [
    { yaml: `${policy(web)}${pod}`, complete: true },
    `${policy(web)}${pod}`,
    { yaml: policy('{podSelector: {}}', '{namespaceSelector: {}}', '{ipBlock: {cidr: 192.0.2.0/24}}'), complete: true },
    { yaml: policy('{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}'), complete: true },
    { yaml: policy('{ipBlock: {cidr: 10.1.9.0/24}}', '{ipBlock: {cidr: none}}'), complete: true },
    {
      yaml: `${policy('{ipBlock: {cidr: 10.1.0.0/24, except: [10.1.0.4/31, none]}}', '{ipBlock: {cidr: 10.0.0.0/8}}')}${pod}${node}`,
      complete: true,
    },
  ],
  fail: [
    {
      yaml: `${policy(web, api, ops, opsWeb)}${shop}${pod}`,
      complete: true,
      at: ['11:11', '12:11', '13:11'],
      message: ['no pod is selected', 'no namespace is selected', 'no pod is selected'],
    },
    {
      yaml: policy(web).replace('ingress', 'egress').replace('from', 'to'),
      complete: true,
      at: '10:11',
      message: 'no pod is selected',
    },
    {
      yaml: `${policy('{ipBlock: {cidr: 10.1.0.0/24, except: [10.1.0.8/29]}}', '{ipBlock: {cidr: 10.1.9.0/24}}')}${pod}${node}`,
      complete: true,
      at: ['10:50', '11:28'],
      message: [
        'no pod has an address of 10.1.0.8/29, which is excepted',
        'no pod has an address of 10.1.9.0/24, which nodes give to pods',
      ],
    },
  ],
  unknown: [
    { yaml: policy(web), missing: 'no Pod of "shop" is among the inputs' },
    { yaml: policy(ops), missing: 'no Namespace is among the inputs' },
    { yaml: `${policy(ops)}${pod}`, complete: true, missing: 'no Namespace "shop" is among the inputs' },
    {
      yaml: `${policy('{ipBlock: {cidr: 10.1.9.0/24}}')}${pod}${node}`,
      missing: 'perhaps not every Pod is among the inputs',
    },
  ],
};
