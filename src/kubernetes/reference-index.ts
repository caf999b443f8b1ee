import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString } from '../core/json.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { UnknownValueRead, unrecorded } from '../core/unknown-value.ts';
import { bindingKinds, bindingOf } from './binding.ts';
import { objectReferencesIn } from './object-reference.ts';
import { podReferencesOf } from './pod-reference.ts';
import { templatePathsOf } from './pod-template.ts';
import { type Workload, workloadsOf } from './workload.ts';

export type NamedKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** How objects of an inventory use another one. */
export interface ObjectUse {
  /** True if something uses more than single keys of it. */
  readonly isWhole: boolean;
  /** The keys that are named. */
  readonly keys: ReadonlySet<string>;
}

/** Who names which ConfigMap, Secret, PersistentVolumeClaim and ServiceAccount. */
export interface ReferenceIndex {
  /** Undefined if nothing names the object. */
  useOf(kind: NamedKind, name: string, namespace: string): ObjectUse | undefined;
  /** Why an object of the namespace may be named by what is not known; undefined if none can. */
  hidden(namespace: string): string | undefined;
}

/** Kinds that name none of them, and hold much. */
const SKIPPED: ReadonlySet<string> = new Set([
  'ConfigMap',
  'Event',
  'Namespace',
  'Node',
  'Secret',
  'Service',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'coordination.k8s.io/Lease',
  'discovery.k8s.io/EndpointSlice',
  'events.k8s.io/Event',
  'networking.k8s.io/NetworkPolicy',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/Role',
]);

const PARAMETER_BINDINGS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
]);

/** Stands for every namespace, where a reference names none. */
const ANYWHERE = '*';

/** Stands for the number of a pod in the name of a claim that a StatefulSet makes. */
const ANY_ORDINAL = '-#';

const indexes = new WeakMap<Inventory, ReferenceIndex>();

/** The index of an inventory, made once. */
export function referenceIndexOf(inventory: Inventory): ReferenceIndex {
  let index = indexes.get(inventory);
  if (index === undefined) {
    index = createReferenceIndex(inventory);
    indexes.set(inventory, index);
  }
  return index;
}

interface Use {
  isWhole: boolean;
  readonly keys: Set<string>;
}

/** What is written down while the objects are walked. */
interface Ledger {
  use(kind: NamedKind, name: string, namespace: string | undefined, keys?: readonly string[]): void;
  hide(namespace: string | undefined, reason: string): void;
}

function createReferenceIndex(inventory: Inventory): ReferenceIndex {
  const uses = new Map<string, Use>();
  const hidden = new Map<string, string>();
  const ledger: Ledger = {
    use(kind, name, namespace = ANYWHERE, keys) {
      const key = `${kind}\n${namespace}\n${name}`;
      let use = uses.get(key);
      if (use === undefined) {
        use = { isWhole: false, keys: new Set() };
        uses.set(key, use);
      }
      if (keys === undefined) use.isWhole = true;
      else for (const one of keys) use.keys.add(one);
    },
    hide(namespace = ANYWHERE, reason) {
      if (!hidden.has(namespace)) hidden.set(namespace, reason);
    },
  };
  for (const resource of inventory.resources) addResource(resource, inventory, ledger);
  return {
    useOf(kind, name, namespace) {
      const names = kind === 'PersistentVolumeClaim' ? [name, name.replace(/-\d+$/, ANY_ORDINAL)] : [name];
      const found = names.flatMap((one) =>
        [namespace, ANYWHERE].flatMap((place) => uses.get(`${kind}\n${place}\n${one}`) ?? []),
      );
      const [first, ...others] = found;
      if (first === undefined || others.length === 0) return first;
      return { isWhole: found.some(({ isWhole }) => isWhole), keys: new Set(found.flatMap(({ keys }) => [...keys])) };
    },
    hidden: (namespace) => hidden.get(namespace) ?? hidden.get(ANYWHERE),
  };
}

function addResource(resource: Resource, inventory: Inventory, ledger: Ledger): void {
  const isBinding = bindingKinds.includes(resource.kind);
  const isWorkload = templatePathsOf(resource).length > 0;
  if (!isBinding && !isWorkload) {
    if (!SKIPPED.has(resource.kind)) addObject(resource, ledger);
    return;
  }
  try {
    if (isBinding) addBinding(resource, ledger);
    else for (const workload of workloadsOf(resource, inventory)) addWorkload(workload, ledger);
  } catch (error) {
    if (!(error instanceof UnknownValueRead)) throw error;
    ledger.hide(isBinding ? undefined : resource.namespace, `${resourceTitle(resource)}: ${error.message}`);
  }
  // A custom resource with a template may name more beside it.
  if (isWorkload && resource.kind.includes('.')) addObject(resource, ledger);
}

/** The user that a ServiceAccount is to the API server. */
const ACCOUNT_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;

function addBinding(resource: Resource, ledger: Ledger): void {
  for (const { kind, name, namespace } of bindingOf(resource).subjects) {
    if (kind === 'ServiceAccount') ledger.use('ServiceAccount', name, namespace);
    if (kind !== 'User') continue;
    const [, place, account] = ACCOUNT_USER.exec(name) ?? [];
    if (account !== undefined) ledger.use('ServiceAccount', account, place);
  }
}

function addObject(resource: Resource, ledger: Ledger): void {
  const content = unrecorded(resource.content);
  const { references, mayNameOthers } = objectReferencesIn(content);
  for (const { kind, name, namespace } of references) ledger.use(kind, name, namespace ?? resource.namespace);
  if (mayNameOthers) ledger.hide(undefined, `${resourceTitle(resource)} holds values that are not known`);
  if (!PARAMETER_BINDINGS.has(resource.kind)) return;
  const { name, namespace } = asObject(asObject(content['spec'])['paramRef']);
  if (typeof name === 'string') ledger.use('ConfigMap', name, asString(namespace));
}

function addWorkload(workload: Workload, ledger: Ledger): void {
  const { namespace } = workload;
  ledger.use('ServiceAccount', workload.serviceAccountName, namespace);
  for (const { kind, name, keys } of podReferencesOf(workload)) {
    ledger.use(
      kind,
      name,
      namespace,
      keys?.map(({ key }) => key),
    );
  }
  for (const entry of asList(workload.pod['imagePullSecrets'])) {
    const { name } = asObject(entry);
    if (typeof name === 'string') ledger.use('Secret', name, namespace);
  }
  for (const { name, content } of workload.volumes) addVolume(name, content, workload, ledger);
  for (const { content } of workload.containers) {
    for (const words of [asList(content['command']), asList(content['args'])]) {
      for (const [index, word] of words.entries()) addOption(word, words[index + 1], namespace, ledger);
    }
  }
  addClaimTemplates(workload, ledger);
}

/** Volume kinds whose drivers take a Secret of the namespace. */
const DRIVERS = ['cephfs', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];

function addVolume(name: string, content: Workload['pod'], { namespace, resource }: Workload, ledger: Ledger): void {
  const { claimName } = asObject(content['persistentVolumeClaim']);
  if (typeof claimName === 'string') ledger.use('PersistentVolumeClaim', claimName, namespace);
  // The controller names the claim of an ephemeral volume after the pod.
  if (content['ephemeral'] && resource.kind === 'Pod') {
    ledger.use('PersistentVolumeClaim', `${resource.name}-${name}`, namespace);
  }
  for (const driver of DRIVERS) {
    const secret = asObject(asObject(content[driver])['secretRef'])['name'];
    if (typeof secret === 'string') ledger.use('Secret', secret, namespace);
  }
  const { secretName } = asObject(content['azureFile']);
  if (typeof secretName === 'string') ledger.use('Secret', secretName, namespace);
  const published = asObject(asObject(content['csi'])['nodePublishSecretRef'])['name'];
  if (typeof published === 'string') ledger.use('Secret', published, namespace);
}

/** Options of controllers that name a ConfigMap or Secret: `--configmap=$(POD_NAMESPACE)/settings`, or a certificate's. */
const OPTION = /^--?[a-z-]*(config-?map|secret|ssl-certificate)[a-z-]*=(?:(\$\([A-Z_]+\)|[^/=]*)\/)?([^/=]+)$/;

/** The value of an option stands behind `=`, or is the next word. */
function addOption(word: unknown, next: unknown, namespace: string, ledger: Ledger): void {
  if (typeof word !== 'string' || !word.startsWith('-')) return;
  const option = word.includes('=') || typeof next !== 'string' ? word : `${word}=${next}`;
  const match = option.length < 512 ? OPTION.exec(option) : null;
  if (match === null) return;
  const [, meant, folder, name = ''] = match;
  const isElsewhere = folder !== undefined && folder !== '' && !folder.startsWith('$');
  ledger.use(meant?.startsWith('config') ? 'ConfigMap' : 'Secret', name, isElsewhere ? folder : namespace);
}

function addClaimTemplates({ resource, namespace }: Workload, ledger: Ledger): void {
  for (const template of asList(asObject(resource.content['spec'])['volumeClaimTemplates'])) {
    const { name } = asObject(asObject(template)['metadata']);
    if (typeof name === 'string')
      ledger.use('PersistentVolumeClaim', `${name}-${resource.name}${ANY_ORDINAL}`, namespace);
  }
}
