import type { Inventory } from '../core/inventory.ts';
import { asObject, asString, type JsonObject } from '../core/json.ts';
import type { Lookup, Selection } from '../core/lookup.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import { type Judged, ofKinds, type Subject, type SubjectReference } from '../core/subject.ts';
import { type PodIndex, podIndexOf } from './pod-index.ts';
import { type ReferenceIndex, referenceIndexOf } from './reference-index.ts';
import { textMap } from './resource.ts';

/** A Kubernetes object as it is: the view of every kind that has none of its own. */
export interface KubernetesObject extends Judged {
  readonly resource: Resource;
  readonly kind: string;
  readonly name: string;
  /** Undefined for cluster-scoped kinds. */
  readonly namespace: string | undefined;
  readonly content: JsonObject;
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
  readonly status: JsonObject;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The pods of its inventory, by labels. */
  readonly pods: PodIndex;
  /** What the objects of its inventory name. */
  readonly references: ReferenceIndex;
  /** Looks up an object of a kind that a field names, which no `reads` can foretell. */
  findNamed(kind: string, name: string, namespace: string | undefined): Lookup<Resource>;
  /** The objects of a kind that a field names, which no `reads` can foretell. */
  selectNamed(kind: string, namespace: string | undefined): Selection<Resource>;
  /** A field from the object's root. */
  at(...path: Path): Place;
}

const views = new WeakMap<Inventory, Map<Resource, KubernetesObject>>();

/** The view of one resource as a plain object; made once, as many subjects share it. */
export function objectView(resource: Resource, inventory: Inventory): KubernetesObject {
  const known = views.get(inventory) ?? new Map<Resource, KubernetesObject>();
  views.set(inventory, known);
  const view = known.get(resource) ?? new ObjectView(resource, inventory);
  known.set(resource, view);
  return view;
}

/** A class, as a scan makes many: the members of a literal would be made anew for each object. */
class ObjectView implements KubernetesObject {
  readonly resource: Resource;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly content: JsonObject;
  readonly anchor: Place;
  private readonly inventory: Inventory;
  private knownLabels: ReadonlyMap<string, string> | undefined;
  private knownAnnotations: ReadonlyMap<string, string> | undefined;

  constructor(resource: Resource, inventory: Inventory) {
    this.resource = resource;
    this.kind = resource.kind;
    this.name = resource.name;
    this.namespace = resource.namespace;
    this.content = resource.content;
    this.anchor = { resource, path: [] };
    this.inventory = inventory;
  }

  get reference(): SubjectReference {
    return this.resource;
  }

  get metadata(): JsonObject {
    return asObject(this.content['metadata']);
  }

  get spec(): JsonObject {
    return asObject(this.content['spec']);
  }

  get status(): JsonObject {
    return asObject(this.content['status']);
  }

  get labels(): ReadonlyMap<string, string> {
    this.knownLabels ??= textMap(this.metadata['labels']);
    return this.knownLabels;
  }

  get annotations(): ReadonlyMap<string, string> {
    this.knownAnnotations ??= textMap(this.metadata['annotations']);
    return this.knownAnnotations;
  }

  get pods(): PodIndex {
    return podIndexOf(this.inventory);
  }

  get references(): ReferenceIndex {
    return referenceIndexOf(this.inventory);
  }

  findNamed(kind: string, name: string, namespace: string | undefined): Lookup<Resource> {
    return this.inventory.find(kind, name, namespace);
  }

  selectNamed(kind: string, namespace: string | undefined): Selection<Resource> {
    return this.inventory.select(kind, namespace);
  }

  at(...path: Path): Place {
    return { resource: this.resource, path };
  }
}

const subjects = new Map<string, Subject<KubernetesObject>>();

/** Every object of some kinds (`Service`, `networking.k8s.io/Ingress`); the same subject for the same kinds. */
export function objectsOf(...kinds: readonly string[]): Subject<KubernetesObject> {
  const key = kinds.toSorted().join(', ');
  const made = subjects.get(key) ?? ofKinds(anyObject, new Set(kinds));
  subjects.set(key, made);
  return made;
}

/** Every object of any kind. */
export const anyObject: Subject<KubernetesObject> = {
  name: 'object',
  covers: () => true,
  *enumerate(inventory) {
    for (const resource of inventory.resources) yield objectView(resource, inventory);
  },
};

/** True for an object as the API server stores it, which a dump holds: a manifest that a person writes has no uid. */
export function isStored(resource: Resource): boolean {
  return asString(asObject(resource.content['metadata'])['uid']) !== undefined;
}
