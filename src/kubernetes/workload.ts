import type { Inventory } from '../core/inventory.ts';
import { asObject, asString, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';
import { type Container, containersOf } from './container.ts';
import { controllingOwner } from './ownership.ts';
import { podTemplatePaths, workloadKinds } from './pod-template.ts';
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

/** Every pod-bearing object of an inventory. */
export const workload: Subject<Workload> = {
  name: 'workload',
  covers: (resource) => podTemplatePaths.has(resource.kind),
  *enumerate(inventory) {
    for (const kind of workloadKinds) {
      for (const resource of inventory.ofKind(kind)) yield workloadOf(resource, inventory);
    }
  },
};

/** The workload view of a pod-bearing resource. */
export function workloadOf(resource: Resource, inventory: Inventory): Workload {
  const template = podTemplatePaths.get(resource.kind) ?? [];
  const specPath = [...template, 'spec'];
  let containers: Container[] | undefined;
  let volumes: Volume[] | undefined;
  let tokens: ProjectedToken[] | undefined;
  const view: Workload = {
    resource,
    reference: resource,
    anchor: { resource, path: [] },
    factRoot: template,
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
