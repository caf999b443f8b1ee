import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { Volume } from './volume.ts';
import type { Workload } from './workload.ts';

/** A key of a ConfigMap or Secret that a pod asks for. */
export interface ReferencedKey {
  readonly key: string;
  readonly at: Place;
}

/** A ConfigMap or Secret that the pods of a workload name, and do not start without unless it is optional. */
export interface PodReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Undefined where the whole object is used. */
  readonly keys: readonly ReferencedKey[] | undefined;
  readonly isOptional: boolean;
  /** The field that names it. */
  readonly at: Place;
}

/** The fields that name a ConfigMap or Secret, of variables, of `envFrom` and of projected volumes. */
const KEY_FIELDS = [
  ['configMapKeyRef', 'ConfigMap'],
  ['secretKeyRef', 'Secret'],
] as const;
const WHOLE_FIELDS = [
  ['configMapRef', 'ConfigMap'],
  ['secretRef', 'Secret'],
] as const;
const SOURCE_FIELDS = [
  ['configMap', 'ConfigMap', 'name'],
  ['secret', 'Secret', 'name'],
] as const;
const VOLUME_FIELDS = [
  ['configMap', 'ConfigMap', 'name'],
  ['secret', 'Secret', 'secretName'],
] as const;

/** The ConfigMaps and Secrets that variables and volumes of a workload name, in the order of the pod spec. */
export function* podReferencesOf(workload: Workload): Iterable<PodReference> {
  yield* environmentReferences(workload);
  yield* volumeReferences(workload);
}

function* environmentReferences(workload: Workload): Iterable<PodReference> {
  for (const container of workload.containers) {
    for (const [index, variable] of asList(container.content['env']).entries()) {
      const source = asObject(variable)['valueFrom'];
      if (!isObject(source)) continue;
      for (const [field, kind] of KEY_FIELDS) {
        const reference = source[field];
        if (!isObject(reference)) continue;
        const at = (name: string): Place => container.at('env', index, 'valueFrom', field, name);
        const key = asString(reference['key']);
        const keys = key === undefined ? undefined : [{ key, at: at('key') }];
        yield* named(kind, reference, 'name', keys, at('name'));
      }
    }
    for (const [index, source] of asList(container.content['envFrom']).entries()) {
      for (const [field, kind] of WHOLE_FIELDS) {
        const reference = asObject(source)[field];
        if (!isObject(reference)) continue;
        yield* named(kind, reference, 'name', undefined, container.at('envFrom', index, field, 'name'));
      }
    }
  }
}

function* volumeReferences(workload: Workload): Iterable<PodReference> {
  for (const volume of workload.volumes) {
    for (const [field, kind, nameField] of VOLUME_FIELDS) {
      const source = volume.content[field];
      if (isObject(source))
        yield* named(kind, source, nameField, itemsOf(source, volume, [field]), volume.at(field, nameField));
    }
    for (const [index, entry] of asList(asObject(volume.content['projected'])['sources']).entries()) {
      for (const [field, kind, nameField] of SOURCE_FIELDS) {
        const source = asObject(entry)[field];
        const path = ['projected', 'sources', index, field];
        if (isObject(source))
          yield* named(kind, source, nameField, itemsOf(source, volume, path), volume.at(...path, nameField));
      }
    }
    const published = asObject(volume.content['csi'])['nodePublishSecretRef'];
    if (isObject(published)) {
      yield* named('Secret', published, 'name', undefined, volume.at('csi', 'nodePublishSecretRef', 'name'));
    }
  }
}

/** The keys that a volume takes; undefined where it takes all. */
function itemsOf(source: JsonObject, volume: Volume, path: Path): ReferencedKey[] | undefined {
  const items = asList(source['items']);
  if (items.length === 0) return undefined;
  return items.map((item, index) => ({
    key: asString(asObject(item)['key']) ?? '',
    at: volume.at(...path, 'items', index, 'key'),
  }));
}

function* named(
  kind: PodReference['kind'],
  reference: JsonObject,
  nameField: string,
  keys: readonly ReferencedKey[] | undefined,
  at: Place,
): Iterable<PodReference> {
  const name = asString(reference[nameField]);
  if (name) yield { kind, name, keys, isOptional: reference['optional'] === true, at };
}
