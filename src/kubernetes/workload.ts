import { groupBy } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject, asString, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { type Container, containersOf } from './container.ts';
import { controllingOwner } from './ownership.ts';
import { templatePathsOf } from './pod-template.ts';
import { type ProjectedToken, projectedTokensOf, type Volume, volumesOf } from './volume.ts';

/** The one view of every pod-bearing object, with what the API server fills in where checks read it. */
export interface Workload extends Judged {
  readonly resource: Resource;
  readonly namespace: string;
  /** The pod spec; empty where the object has none. */
  readonly pod: JsonObject;
  readonly podMetadata: JsonObject;
  readonly securityContext: JsonObject;
  /** Init, regular and ephemeral containers. */
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly projectedTokens: readonly ProjectedToken[];
  /** True unless `os.name` says Windows; node selectors do not count. */
  readonly isLinux: boolean;
  /** The account the pods run as; `default` where none is named. */
  readonly serviceAccountName: string;
  /** The field that names the account, the deprecated one included. */
  readonly serviceAccountField: 'serviceAccountName' | 'serviceAccount';
  /** A field of the pod spec. */
  at(...path: Path): Place;
}

/** Every pod-bearing object of an inventory, custom resources with pod templates included. */
export const workload: Subject<Workload> = {
  name: 'workload',
  covers: (resource) => templatePathsOf(resource).length > 0,
  enumerate: allWorkloads,
};

const byInventory = new WeakMap<Inventory, readonly Workload[]>();

/** Each view is made once: many subjects and look-ups share them, and what they have found out. */
function allWorkloads(inventory: Inventory): readonly Workload[] {
  const known = byInventory.get(inventory);
  if (known !== undefined) return known;
  const views = inventory.resources.flatMap((resource) => workloadsOf(resource, inventory));
  byInventory.set(inventory, views);
  return views;
}

/** The workloads of a resource: one for each pod template, none for most kinds. */
export function workloadsOf(resource: Resource, inventory: Inventory): Workload[] {
  const templates = templatePathsOf(resource);
  // Facts are named from the template's root, unless the object holds several that would share their names.
  const factRoot = templates.length === 1 ? templates[0] : [];
  return templates.map((template) => workloadView(resource, inventory, template, factRoot ?? []));
}

const byNamespace = new WeakMap<Inventory, ReadonlyMap<string, readonly Workload[]>>();

/** The workloads of an inventory that lie in a namespace. */
export function workloadsIn(namespace: string, inventory: Inventory): readonly Workload[] {
  let groups = byNamespace.get(inventory);
  if (groups === undefined) {
    groups = groupBy(allWorkloads(inventory), (judged) => judged.namespace);
    byNamespace.set(inventory, groups);
  }
  return groups.get(namespace) ?? [];
}

function workloadView(resource: Resource, inventory: Inventory, template: Path, factRoot: Path): Workload {
  const specPath = [...template, 'spec'];
  let containers: Container[] | undefined;
  let volumes: Volume[] | undefined;
  let tokens: ProjectedToken[] | undefined;
  const view: Workload = {
    resource,
    reference: resource,
    anchor: { resource, path: [] },
    factRoot,
    namespace: resource.namespace ?? '',
    get owner() {
      return controllingOwner(resource, inventory);
    },
    get pod() {
      return asObject(valueAt(resource.content, specPath));
    },
    get podMetadata() {
      return asObject(valueAt(resource.content, [...template, 'metadata']));
    },
    get securityContext() {
      return asObject(view.pod['securityContext']);
    },
    get containers() {
      containers ??= containersOf(view);
      return containers;
    },
    get volumes() {
      volumes ??= volumesOf(view);
      return volumes;
    },
    get projectedTokens() {
      tokens ??= projectedTokensOf(view);
      return tokens;
    },
    get isLinux() {
      return asObject(view.pod['os'])['name'] !== 'windows';
    },
    get serviceAccountName() {
      return asString(view.pod[view.serviceAccountField]) || 'default';
    },
    get serviceAccountField() {
      return asString(view.pod['serviceAccountName']) ? 'serviceAccountName' : 'serviceAccount';
    },
    at: (...path) => ({ resource, path: [...specPath, ...path] }),
  };
  return view;
}
