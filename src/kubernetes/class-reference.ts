import { asList, asObject, asString } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Workload } from './workload.ts';

/** A class object that another object names. */
export interface ClassReference {
  readonly kind: string;
  readonly name: string;
  readonly at: Place;
}

const INGRESS_CLASS = 'networking.k8s.io/IngressClass';
const PRIORITY_CLASS = 'scheduling.k8s.io/PriorityClass';
const RUNTIME_CLASS = 'node.k8s.io/RuntimeClass';
const STORAGE_CLASS = 'storage.k8s.io/StorageClass';

/** The kinds of class objects. */
export const classKinds: readonly string[] = [INGRESS_CLASS, PRIORITY_CLASS, RUNTIME_CLASS, STORAGE_CLASS];

const POD_FIELDS = [
  [PRIORITY_CLASS, 'priorityClassName'],
  [RUNTIME_CLASS, 'runtimeClassName'],
] as const;
const CLAIM_FIELD: Path = ['ephemeral', 'volumeClaimTemplate', 'spec', 'storageClassName'];

/** The classes that the pods of a workload and the claims that it makes name. An empty name asks for none. */
export function* workloadClasses(workload: Workload): Iterable<ClassReference> {
  const { pod, resource } = workload;
  for (const [kind, field] of POD_FIELDS) {
    const name = asString(pod[field]);
    if (name) yield { kind, name, at: workload.at(field) };
  }
  for (const volume of workload.volumes) {
    const template = asObject(asObject(volume.content['ephemeral'])['volumeClaimTemplate']);
    const name = asString(asObject(template['spec'])['storageClassName']);
    if (name) yield { kind: STORAGE_CLASS, name, at: volume.at(...CLAIM_FIELD) };
  }
  if (resource.kind !== 'apps/StatefulSet') return;
  for (const [index, template] of asList(asObject(resource.content['spec'])['volumeClaimTemplates']).entries()) {
    const path: Path = ['spec', 'volumeClaimTemplates', index, 'spec', 'storageClassName'];
    const name = asString(asObject(asObject(template)['spec'])['storageClassName']);
    if (name) yield { kind: STORAGE_CLASS, name, at: { resource, path } };
  }
}

/** The class that a PersistentVolumeClaim which is not yet bound, or an Ingress, names. */
export function* objectClass(resource: Resource): Iterable<ClassReference> {
  const spec = asObject(resource.content['spec']);
  if (resource.kind === 'networking.k8s.io/Ingress') {
    const name = asString(spec['ingressClassName']);
    if (name) yield { kind: INGRESS_CLASS, name, at: { resource, path: ['spec', 'ingressClassName'] } };
  }
  if (resource.kind !== 'PersistentVolumeClaim') return;
  const isBound = Boolean(spec['volumeName']) || asObject(resource.content['status'])['phase'] === 'Bound';
  const name = asString(spec['storageClassName']);
  if (!isBound && name) yield { kind: STORAGE_CLASS, name, at: { resource, path: ['spec', 'storageClassName'] } };
}
