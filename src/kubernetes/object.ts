import type { Inventory } from '../core/inventory.ts';
import { asObject, asString, type JsonObject } from '../core/json.ts';
import type { Lookup, Selection } from '../core/lookup.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
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
  const view = known.get(resource) ?? makeView(resource, inventory);
  known.set(resource, view);
  return view;
}

function makeView(resource: Resource, inventory: Inventory): KubernetesObject {
  const { content } = resource;
  return {
    resource,
    kind: resource.kind,
    name: resource.name,
    namespace: resource.namespace,
    reference: resource,
    anchor: { resource, path: [] },
    content,
    get metadata() {
      return asObject(content['metadata']);
    },
    get spec() {
      return asObject(content['spec']);
    },
    get status() {
      return asObject(content['status']);
    },
    get labels() {
      return textMap(this.metadata['labels']);
    },
    get annotations() {
      return textMap(this.metadata['annotations']);
    },
    get pods() {
      return podIndexOf(inventory);
    },
    get references() {
      return referenceIndexOf(inventory);
    },
    findNamed: (named, name, namespace) => inventory.find(named, name, namespace),
    selectNamed: (named, namespace) => inventory.select(named, namespace),
    at: (...path) => ({ resource, path }),
  };
}

const subjects = new Map<string, Subject<KubernetesObject>>();

/** Every object of some kinds (`Service`, `networking.k8s.io/Ingress`); the same subject for the same kinds. */
export function objectsOf(...kinds: readonly string[]): Subject<KubernetesObject> {
  const key = kinds.toSorted().join(', ');
  const made = subjects.get(key) ?? subjectOf(kinds);
  subjects.set(key, made);
  return made;
}

function subjectOf(kinds: readonly string[]): Subject<KubernetesObject> {
  const wanted = new Set(kinds);
  return {
    name: 'object',
    covers: (resource) => wanted.has(resource.kind),
    *enumerate(inventory) {
      for (const kind of wanted) for (const resource of inventory.ofKind(kind)) yield objectView(resource, inventory);
    },
  };
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
