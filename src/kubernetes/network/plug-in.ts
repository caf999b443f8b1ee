import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { type ImageReference, parseImageReference } from '../image-reference.ts';

/** DaemonSets of network plug-ins that enforce NetworkPolicies. */
const enforcers: ReadonlySet<string> = new Set([
  'calico-node',
  'canal',
  'cilium',
  'antrea-agent',
  'kube-router',
  'weave-net',
  'ovnkube-node',
  'kube-ovn-cni',
  'azure-npm',
  'kube-network-policies',
]);

/** DaemonSets of network plug-ins that leave NetworkPolicies unread. */
const ignorers: ReadonlySet<string> = new Set(['kube-flannel-ds', 'kube-flannel', 'flannel', 'kubenet', 'aws-node']);

/** Older manifests of flannel have a DaemonSet for each processor: `kube-flannel-ds-amd64`. */
const PROCESSOR = /-(?:amd64|arm|arm64|ppc64le|s390x)$/;

/** The first release of kindnet that enforces policies came with this version of its image. */
const KINDNET_FROM = '20240813';

/** A DaemonSet that may be a network plug-in. */
interface NodeAgent {
  readonly name: string;
  readonly resource: Resource;
}

/** What the inputs show of the network plug-in of a cluster. */
export interface PlugIn {
  /** A DaemonSet or a distribution that enforces policies. */
  readonly isEnforcing: boolean;
  /** A DaemonSet that is known not to. */
  readonly ignoring: NodeAgent | undefined;
}

/** Looks for the network plug-in among the DaemonSets, and for distributions that bring their own. */
export function plugInOf(inventory: Inventory): PlugIn {
  const agents = inventory
    .select('apps/DaemonSet')
    .items.map((resource) => ({ name: resource.name.toLowerCase(), resource }));
  const versions = inventory.select('Node').items.map(({ content }) => {
    return asString(asObject(asObject(content['status'])['nodeInfo'])['kubeletVersion']) ?? '';
  });
  return {
    isEnforcing: agents.some(enforces) || versions.some((version) => /\+(?:k3s|rke2)/.test(version)),
    ignoring: agents.find(({ name }) => ignorers.has(name.replace(PROCESSOR, ''))),
  };
}

function enforces({ name, resource }: NodeAgent): boolean {
  if (enforcers.has(name)) return true;
  const spec = asObject(asObject(asObject(resource.content['spec'])['template'])['spec']);
  const containers = asList(spec['containers']).map(asObject);
  if (name === 'aws-node') return containers.some(isAmazonPolicyAgent);
  return name === 'kindnet' && containers.some((one) => (imageOf(one).tag ?? '').replace(/^v/, '') >= KINDNET_FROM);
}

/** The agent runs beside the plug-in even where it is switched off. */
function isAmazonPolicyAgent(container: JsonObject): boolean {
  const { repository } = imageOf(container);
  if (repository.slice(repository.lastIndexOf('/') + 1) !== 'aws-network-policy-agent') return false;
  return !asList(container['args']).includes('--enable-network-policy=false');
}

function imageOf(container: JsonObject): ImageReference {
  return parseImageReference(asString(container['image']) ?? '');
}
