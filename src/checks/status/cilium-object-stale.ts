import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asNumber, asObject, asString } from '../../core/json.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const IDENTITY = 'cilium.io/CiliumIdentity';
const ENDPOINT = 'cilium.io/CiliumEndpoint';
const NAMESPACE_LABEL = 'io.kubernetes.pod.namespace';
/** Cilium collects unused identities at this interval. */
const COLLECTION_MINUTES = 30;

const messages = {
  unlabelled: 'its security labels name no namespace',
  differs: 'its security labels name the namespace "{named}", its label "{label}"',
  namespace: 'it is of the namespace "{named}", which does not exist',
  unused: 'no endpoint has this identity',
  pod: 'it is of the pod "{name}", which does not run',
  node: 'it is on the node address {address}, which no node has',
} as const;

export default defineCheck({
  id: 'cilium-object-stale',
  on: objectsOf(IDENTITY, ENDPOINT),
  severity: 'low',
  reads: [ENDPOINT, 'Namespace', 'Pod', 'Node'],
  title: 'Cilium object is left over',
  why: 'Policies go by identities and endpoints: one that nobody has may one day be taken for somebody else.',
  advice: 'Delete the object after you have seen that the Cilium operator runs and collects garbage.',
  messages,
  evaluate(judged, report, { inventory, now }) {
    if (!isStored(judged.resource)) report.notApplicable();
    else if (judged.kind === IDENTITY) evaluateIdentity(judged, report, inventory, now);
    else evaluateEndpoint(judged, report, inventory);
  },
});

function evaluateIdentity(
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
  inventory: Inventory,
  now: number,
): void {
  const age = minutesSince(judged.metadata['creationTimestamp'], now);
  if (age !== undefined && age < COLLECTION_MINUTES) return;
  const field = `k8s:${NAMESPACE_LABEL}`;
  const named = textMap(judged.content['security-labels']).get(field);
  if (named === undefined) {
    report.fail('unlabelled', judged.at('security-labels'));
    return;
  }
  const place = judged.at('security-labels', field);
  const label = judged.labels.get(NAMESPACE_LABEL);
  if (label !== undefined && label !== named) report.fail('differs', place, { named, label });
  const found = inventory.find('Namespace', named);
  if (found.is === 'absent') report.fail('namespace', place, { named });
  if (found.is === 'unknown') report.unknown(found.missing);
  if (identitiesInUse(inventory).has(judged.name)) return;
  const { missing } = inventory.select(ENDPOINT);
  if (missing === undefined) report.fail('unused', judged.at());
  else report.unknown(missing);
}

const usedIdentities = new WeakMap<Inventory, ReadonlySet<string>>();

function identitiesInUse(inventory: Inventory): ReadonlySet<string> {
  const known = usedIdentities.get(inventory);
  if (known !== undefined) return known;
  const used = new Set(
    inventory.select(ENDPOINT).items.map(({ content }) => {
      return String(asNumber(asObject(asObject(content['status'])['identity'])['id']) ?? '');
    }),
  );
  usedIdentities.set(inventory, used);
  return used;
}

function evaluateEndpoint(judged: KubernetesObject, report: Reporter<typeof messages>, inventory: Inventory): void {
  for (const [index, entry] of asList(judged.metadata['ownerReferences']).entries()) {
    const owner = asObject(entry);
    if (owner['kind'] !== 'Pod') continue;
    const name = asString(owner['name']) ?? '';
    const found = inventory.find('Pod', name, judged.namespace);
    if (found.is === 'unknown') report.unknown(found.missing);
    else if (found.is === 'absent' || asObject(found.item.content['status'])['phase'] !== 'Running') {
      report.fail('pod', judged.at('metadata', 'ownerReferences', index), { name });
    }
  }
  const address = asString(asObject(judged.status['networking'])['node']);
  if (address === undefined || nodeAddresses(inventory).has(address)) return;
  const { missing } = inventory.select('Node');
  if (missing === undefined) report.fail('node', judged.at('status', 'networking', 'node'), { address });
  else report.unknown(missing);
}

const addressesOfNodes = new WeakMap<Inventory, ReadonlySet<string>>();

function nodeAddresses(inventory: Inventory): ReadonlySet<string> {
  const known = addressesOfNodes.get(inventory);
  if (known !== undefined) return known;
  const addresses = new Set(
    inventory.select('Node').items.flatMap(({ content }) => {
      const listed = asList(asObject(content['status'])['addresses']);
      return listed.map((entry) => asString(asObject(entry)['address']) ?? '');
    }),
  );
  addressesOfNodes.set(inventory, addresses);
  return addresses;
}

function identity(labels: string, metadata = '  uid: i1\n'): string {
  return `apiVersion: cilium.io/v2
kind: CiliumIdentity
metadata:
  name: "4711"
${metadata}security-labels:
${labels}`;
}

function endpoint(owner = 'web', status = '  identity: {id: 4711}\n', name = 'web'): string {
  return `apiVersion: cilium.io/v2
kind: CiliumEndpoint
metadata:
  name: ${name}
  namespace: shop
  uid: e1
  ownerReferences:
    - kind: ${owner === 'web' ? 'Pod' : 'Job'}
      name: ${owner}
status:
${status}`;
}

const shop = '  k8s:io.kubernetes.pod.namespace: shop\n';
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';

function pod(phase: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
status:
  phase: ${phase}
`;
}

function node(address: string): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
status:
  addresses:
    - {type: InternalIP, address: ${address}}
`;
}

function stream(...documents: readonly string[]): string {
  return documents.join('---\n');
}

const networked = '  identity: {id: 4711}\n  networking:\n    node: 10.0.0.7\n';

export const examples: CheckExamples = {
  pass: [
    stream(identity(shop), namespace, endpoint('job')),
    stream(identity(shop, '  uid: i1\n  labels: {io.kubernetes.pod.namespace: shop}\n'), namespace, endpoint('job')),
    identity('  k8s:app: web\n', '  uid: i1\n  creationTimestamp: "2025-12-31T23:31:00Z"\n'),
    stream(endpoint('web', networked), pod('Running'), node('10.0.0.7')),
    stream(
      identity(shop),
      identity(shop).replace('4711', '4712'),
      namespace,
      endpoint('job'),
      endpoint('job', '  identity: {id: 4712}\n', 'api'),
    ),
    stream(endpoint('job', networked), endpoint('job', networked, 'api'), node('10.0.0.7')),
  ],
  fail: [
    {
      yaml: identity('  k8s:app: web\n', '  uid: i1\n  creationTimestamp: "2025-12-31T23:30:00Z"\n'),
      at: '8:3',
      message: 'its security labels name no namespace',
    },
    {
      yaml: stream(
        identity(shop, '  uid: i1\n  labels: {io.kubernetes.pod.namespace: test}\n'),
        namespace,
        endpoint('job'),
      ),
      at: '8:36',
      message: 'its security labels name the namespace "shop", its label "test"',
    },
    {
      yaml: stream(identity(shop), endpoint('job')),
      complete: true,
      at: '7:36',
      message: 'it is of the namespace "shop", which does not exist',
    },
    {
      yaml: stream(identity(shop), namespace, endpoint('job', '  identity: {id: 4712}\n')),
      complete: true,
      at: '1:1',
      message: 'no endpoint has this identity',
    },
    { yaml: endpoint(), complete: true, at: '8:7', message: 'it is of the pod "web", which does not run' },
    { yaml: stream(endpoint(), pod('Succeeded')), at: '8:7', message: 'it is of the pod "web", which does not run' },
    {
      yaml: stream(endpoint('web', networked), pod('Running'), node('10.0.0.8')),
      complete: true,
      at: '13:11',
      message: 'it is on the node address 10.0.0.7, which no node has',
    },
  ],
  unknown: [
    { yaml: stream(identity(shop), endpoint('job')), missing: 'no Namespace "shop" is among the inputs' },
    { yaml: stream(identity(shop), namespace), missing: 'no CiliumEndpoint is among the inputs' },
    { yaml: endpoint(), missing: 'no Pod "shop/web" is among the inputs' },
    { yaml: stream(endpoint('web', networked), pod('Running')), missing: 'no Node is among the inputs' },
  ],
  notApplicable: [identity(shop, '')],
};
