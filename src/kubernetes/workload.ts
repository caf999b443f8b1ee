import { groupBy } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject, asString, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject, SubjectReference } from '../core/subject.ts';
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
  /** The field that names the account, or is to name it: the deprecated one only where it alone does. */
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

const all = new WeakMap<Inventory, readonly Workload[]>();

function allWorkloads(inventory: Inventory): readonly Workload[] {
  const known = all.get(inventory);
  if (known !== undefined) return known;
  const views = inventory.resources.flatMap((resource) => workloadsOf(resource, inventory));
  all.set(inventory, views);
  return views;
}

const byResource = new WeakMap<Inventory, Map<Resource, readonly Workload[]>>();

/**
 * The workloads of a resource: one for each pod template, none for most kinds. Each view is made once: many subjects and
 * look-ups share them, and what they have found out.
 */
export function workloadsOf(resource: Resource, inventory: Inventory): readonly Workload[] {
  let known = byResource.get(inventory);
  if (known === undefined) {
    known = new Map();
    byResource.set(inventory, known);
  }
  let views = known.get(resource);
  if (views === undefined) {
    views = viewsOf(resource, inventory);
    if (views.length > 0) known.set(resource, views);
  }
  return views;
}

function viewsOf(resource: Resource, inventory: Inventory): readonly Workload[] {
  const templates = templatePathsOf(resource);
  // Facts are named from the template's root, unless the object holds several that would share their names.
  const factRoot = templates.length === 1 ? templates[0] : [];
  return templates.map((template) => new WorkloadView(resource, inventory, template, factRoot ?? []));
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

/** A class, as a scan makes many: the members of a literal would be made anew for each workload. */
class WorkloadView implements Workload {
  readonly resource: Resource;
  readonly anchor: Place;
  readonly factRoot: Path;
  readonly namespace: string;
  private readonly inventory: Inventory;
  private readonly template: Path;
  private readonly specPath: Path;
  private knownPod: JsonObject | undefined;
  private knownMetadata: JsonObject | undefined;
  private knownSecurityContext: JsonObject | undefined;
  private knownContainers: Container[] | undefined;
  private knownVolumes: Volume[] | undefined;
  private knownTokens: ProjectedToken[] | undefined;

  constructor(resource: Resource, inventory: Inventory, template: Path, factRoot: Path) {
    this.resource = resource;
    this.anchor = { resource, path: [] };
    this.factRoot = factRoot;
    this.namespace = resource.namespace ?? '';
    this.inventory = inventory;
    this.template = template;
    this.specPath = [...template, 'spec'];
  }

  get reference(): SubjectReference {
    return this.resource;
  }

  get owner(): SubjectReference | undefined {
    return controllingOwner(this.resource, this.inventory);
  }

  get pod(): JsonObject {
    this.knownPod ??= asObject(valueAt(this.resource.content, this.specPath));
    return this.knownPod;
  }

  get podMetadata(): JsonObject {
    this.knownMetadata ??= asObject(valueAt(this.resource.content, [...this.template, 'metadata']));
    return this.knownMetadata;
  }

  get securityContext(): JsonObject {
    this.knownSecurityContext ??= asObject(this.pod['securityContext']);
    return this.knownSecurityContext;
  }

  get containers(): readonly Container[] {
    this.knownContainers ??= containersOf(this);
    return this.knownContainers;
  }

  get volumes(): readonly Volume[] {
    this.knownVolumes ??= volumesOf(this);
    return this.knownVolumes;
  }

  get projectedTokens(): readonly ProjectedToken[] {
    this.knownTokens ??= projectedTokensOf(this);
    return this.knownTokens;
  }

  get isLinux(): boolean {
    return asObject(this.pod['os'])['name'] !== 'windows';
  }

  get serviceAccountName(): string {
    return asString(this.pod[this.serviceAccountField]) || 'default';
  }

  get serviceAccountField(): 'serviceAccountName' | 'serviceAccount' {
    if (asString(this.pod['serviceAccountName'])) return 'serviceAccountName';
    return asString(this.pod['serviceAccount']) ? 'serviceAccount' : 'serviceAccountName';
  }

  at(...path: Path): Place {
    return { resource: this.resource, path: [...this.specPath, ...path] };
  }
}
