import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import type { Place, Resource } from '../../core/resource.ts';
import { any, no, or, type Truth, unknown, yes } from '../../core/truth.ts';
import { isEverything } from '../address-range.ts';
import { labelsOfEveryPod } from '../given-label.ts';
import { isNamespaced } from '../kind.ts';
import { clusterwidePolicyKinds, namespacedPolicyKinds, subjectPolicyKinds } from '../network-policy-kinds.ts';
import { type LabelledNamespace, selectsPods } from '../network-policy-subject.ts';
import { textMap } from '../resource.ts';
import { createSelectorIndex, type SelectorIndex } from '../selector-index.ts';
import type { Workload } from '../workload.ts';
import { deniesAllPeers } from './default-deny.ts';
import {
  allowsEverything,
  type Direction,
  directions,
  effectiveDirections,
  fieldsOf,
  rulesOf,
} from './policy-direction.ts';

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

/** Every kind of policy that can isolate a pod, and what shows the labels of namespaces. */
export const isolationKinds: readonly string[] = [
  ...namespacedPolicyKinds,
  ...subjectPolicyKinds,
  ...clusterwidePolicyKinds,
  'Namespace',
];

/** What the policies among the inputs do to the pods of a workload in one direction. */
export interface Isolation {
  /** Whether some policy closes the direction and none that selects the pods opens it to everything. */
  readonly isolated: Truth;
  /** The policy that opens the direction to everything, if that is why they are not isolated. */
  readonly openedBy: Resource | undefined;
}

/**
 * Tells whether the pods of a workload are isolated in a direction, by what the inputs hold.
 * @throws UnknownValueRead if it hangs on a policy whose selector is not known.
 */
export function isolationOf(workload: Workload, direction: Direction, inventory: Inventory): Isolation {
  const { selectable, others } = policiesFor(workload.namespace, inventory);
  const namespace = others.length === 0 ? undefined : namespaceNamed(workload.namespace, inventory);
  const selects = (policy: Resource) => (namespace === undefined ? no : selectsPods(policy, workload, namespace));
  // The admin tier comes first: what it denies no NetworkPolicy opens.
  const isDenied = others.some(
    (policy) => isOfAdminTier(policy) && closes(policy, direction) && selects(policy).is === 'yes',
  );
  if (isDenied) return { isolated: yes, openedBy: undefined };
  let isClosed = false;
  for (const policy of selectable.matching(labelsOfEveryPod(workload))) {
    if (opens(policy, direction)) return { isolated: no, openedBy: policy };
    isClosed ||= closes(policy, direction);
  }
  const openedBy = others.find((policy) => opens(policy, direction) && selects(policy).is === 'yes');
  if (openedBy !== undefined) return { isolated: no, openedBy };
  const isolated = any(others, (policy) => (closes(policy, direction) ? selects(policy) : no));
  if (isClosed || isolated.is === 'yes') return { isolated: yes, openedBy: undefined };
  return { isolated: or(isolated, missingPolicies(workload.namespace, inventory)), openedBy: undefined };
}

/** The Namespace that holds no policy and that none of the cluster may be for: what is wrong there is that, once. */
export function namespaceWithoutPolicies(name: string, inventory: Inventory): Place | undefined {
  const found = inventory.find('Namespace', name);
  if (found.is !== 'found') return undefined;
  const policyKinds = isolationKinds.filter((kind) => kind !== 'Namespace');
  const hasPolicy = policyKinds.some(
    (kind) => inventory.select(kind, isNamespaced(kind) ? name : undefined).items.length > 0,
  );
  return hasPolicy ? undefined : { resource: found.item, path: [] };
}

function namespaceNamed(name: string, inventory: Inventory): LabelledNamespace {
  const found = inventory.find('Namespace', name);
  const labels = found.is === 'found' ? textMap(asObject(found.item.content['metadata'])['labels']) : undefined;
  return { name, labels };
}

/** `no` if every policy is among the inputs, else unknown with the first that may not be. */
function missingPolicies(namespace: string, inventory: Inventory): Truth {
  for (const kind of isolationKinds) {
    if (kind === 'Namespace') continue;
    const { missing } = inventory.select(kind, isNamespaced(kind) ? namespace : undefined);
    if (missing !== undefined) return unknown(missing.what);
  }
  return no;
}

interface PolicyIndex {
  /** Those of networking.k8s.io, by the labels of the pods. */
  readonly selectable: SelectorIndex<Resource>;
  /** Those that choose their pods in another way. */
  readonly others: readonly Resource[];
}

const indexes = new WeakMap<Inventory, Map<string, PolicyIndex>>();

/** The policies that may select pods of a namespace. */
function policiesFor(namespace: string, inventory: Inventory): PolicyIndex {
  const known = indexes.get(inventory) ?? new Map<string, PolicyIndex>();
  indexes.set(inventory, known);
  const index = known.get(namespace) ?? indexOf(namespace, inventory);
  known.set(namespace, index);
  return index;
}

function indexOf(namespace: string, inventory: Inventory): PolicyIndex {
  const others = isolationKinds.filter((kind) => kind !== NETWORK_POLICY && kind !== 'Namespace');
  return {
    selectable: createSelectorIndex(inventory.select(NETWORK_POLICY, namespace).items, ({ content }) =>
      asObject(asObject(content['spec'])['podSelector']),
    ),
    others: others.flatMap((kind) => inventory.select(kind, isNamespaced(kind) ? namespace : undefined).items),
  };
}

function isOfAdminTier({ kind, content }: Resource): boolean {
  if (kind === 'policy.networking.k8s.io/AdminNetworkPolicy') return true;
  return kind === 'policy.networking.k8s.io/ClusterNetworkPolicy' && asObject(content['spec'])['tier'] === 'Admin';
}

/** Whether a policy denies what it does not allow in a direction, or all of it. */
function closes(policy: Resource, direction: Direction): boolean {
  const spec = asObject(policy.content['spec']);
  if (policy.kind === NETWORK_POLICY) return effectiveDirections(spec).includes(direction);
  if (subjectPolicyKinds.includes(policy.kind)) return deniesAllPeers(spec, direction);
  if (policy.kind.startsWith('cilium.io/')) return ciliumSpecs(policy).some((part) => ciliumCloses(part, direction));
  return calicoTypes(spec).includes(direction);
}

/** Whether a policy that selects pods opens a direction to everything. */
function opens(policy: Resource, direction: Direction): boolean {
  const spec = asObject(policy.content['spec']);
  if (policy.kind === NETWORK_POLICY) {
    const isAbout = effectiveDirections(spec).includes(direction);
    return isAbout && rulesOf(spec, direction).some((rule) => allowsEverything(rule, direction));
  }
  if (subjectPolicyKinds.includes(policy.kind)) return false;
  if (policy.kind.startsWith('cilium.io/')) return ciliumSpecs(policy).some((part) => ciliumOpens(part, direction));
  return rulesOf(spec, direction).some(calicoAllowsEverything);
}

function ciliumSpecs(policy: Resource): JsonObject[] {
  return [policy.content['spec'], ...asList(policy.content['specs'])].map(asObject);
}

/** Cilium denies by default as soon as a direction has a rule, unless `enableDefaultDeny` says otherwise. */
function ciliumCloses(spec: JsonObject, direction: Direction): boolean {
  const field = fieldsOf[direction].rules;
  if (asObject(spec['enableDefaultDeny'])[field] === false) return false;
  return asList(spec[field]).length > 0 || asList(spec[`${field}Deny`]).length > 0;
}

function ciliumOpens(spec: JsonObject, direction: Direction): boolean {
  const { rules, peers } = fieldsOf[direction];
  return asList(spec[rules])
    .map(asObject)
    .some((rule) => {
      if (asList(rule['toPorts']).length > 0 || asList(rule['icmps']).length > 0) return false;
      const entities = asList(rule[`${peers}Entities`]);
      const blocks = asList(rule[`${peers}CIDR`]);
      return entities.includes('all') || blocks.some((block) => isEverything(String(block)));
    });
}

/** Calico: unset are the directions that have rules, or Ingress where none has any. */
function calicoTypes(spec: JsonObject): Direction[] {
  const types = asList(spec['types']);
  if (types.length > 0) return directions.filter((direction) => types.includes(direction));
  const ruled = directions.filter((direction) => rulesOf(spec, direction).length > 0);
  return ruled.length > 0 ? ruled : ['Ingress'];
}

function calicoAllowsEverything(rule: JsonObject): boolean {
  const narrows = ['protocol', 'notProtocol', 'icmp', 'notICMP', 'http', 'ipVersion'].some(
    (field) => rule[field] !== undefined,
  );
  const ends = [rule['source'], rule['destination']].map(asObject);
  return rule['action'] === 'Allow' && !narrows && ends.every(isAnyEnd);
}

/** One end of a rule of Calico that narrows nothing: empty, or with a block of all addresses alone. */
function isAnyEnd(end: JsonObject): boolean {
  const isNarrowed = Object.keys(end).some((field) => field !== 'nets');
  const blocks = asList(end['nets']);
  return !isNarrowed && (blocks.length === 0 || blocks.some((block) => isEverything(String(block))));
}
