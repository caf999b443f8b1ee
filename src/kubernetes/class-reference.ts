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

/** The classes that the pods of a workload and the claims that it makes name. */
export function* workloadClasses(workload: Workload): Iterable<ClassReference> {
  const { pod, resource } = workload;
  yield* named(PRIORITY_CLASS, pod['priorityClassName'], workload.at('priorityClassName'));
  yield* named(RUNTIME_CLASS, pod['runtimeClassName'], workload.at('runtimeClassName'));
  for (const volume of workload.volumes) {
    const path = ['ephemeral', 'volumeClaimTemplate', 'spec', 'storageClassName'] as const;
    const template = asObject(asObject(volume.content['ephemeral'])['volumeClaimTemplate']);
    yield* named(STORAGE_CLASS, asObject(template['spec'])['storageClassName'], volume.at(...path));
  }
  if (resource.kind !== 'apps/StatefulSet') return;
  for (const [index, template] of asList(asObject(resource.content['spec'])['volumeClaimTemplates']).entries()) {
    const path: Path = ['spec', 'volumeClaimTemplates', index, 'spec', 'storageClassName'];
    yield* named(STORAGE_CLASS, asObject(asObject(template)['spec'])['storageClassName'], { resource, path });
  }
}

/** The class that a PersistentVolumeClaim which is not yet bound, or an Ingress, names. */
export function* objectClass(resource: Resource): Iterable<ClassReference> {
  const spec = asObject(resource.content['spec']);
  if (resource.kind === 'networking.k8s.io/Ingress') {
    const at = { resource, path: ['spec', 'ingressClassName'] };
    yield* named(INGRESS_CLASS, spec['ingressClassName'], at);
  }
  if (resource.kind !== 'PersistentVolumeClaim') return;
  const isBound = Boolean(spec['volumeName']) || asObject(resource.content['status'])['phase'] === 'Bound';
  if (!isBound) yield* named(STORAGE_CLASS, spec['storageClassName'], { resource, path: ['spec', 'storageClassName'] });
}

/** An empty name asks for no class. */
function* named(kind: string, value: unknown, at: Place): Iterable<ClassReference> {
  const name = asString(value);
  if (name) yield { kind, name, at };
}
