import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import type { Container } from './container.ts';
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

const found = new WeakMap<Workload, readonly PodReference[]>();

/**
 * The ConfigMaps and Secrets that variables and volumes of a workload name, in the order of the pod spec. Found once: several
 * checks ask. Where an unknown value is in the way, what stands before it is found each time.
 */
export function podReferencesOf(workload: Workload): Iterable<PodReference> {
  const known = found.get(workload);
  if (known !== undefined) return known;
  try {
    const references = [...referencesIn(workload)];
    found.set(workload, references);
    return references;
  } catch (error) {
    if (error instanceof UnknownValueRead) return referencesIn(workload);
    throw error;
  }
}

function* referencesIn(workload: Workload): Iterable<PodReference> {
  for (const container of workload.containers) yield* environmentReferences(container);
  for (const volume of workload.volumes) yield* volumeReferences(volume);
}

function* environmentReferences(container: Container): Iterable<PodReference> {
  for (const [index, variable] of asList(container.content['env']).entries()) {
    const source = asObject(variable)['valueFrom'];
    if (!isObject(source)) continue;
    for (const [field, kind] of KEY_FIELDS) {
      const reference = source[field];
      if (isObject(reference) && isNamed(reference, 'name')) {
        yield new ReferenceView(kind, reference, 'name', container, ['env', index, 'valueFrom', field]);
      }
    }
  }
  for (const [index, source] of asList(container.content['envFrom']).entries()) {
    for (const [field, kind] of WHOLE_FIELDS) {
      const reference = asObject(source)[field];
      if (isObject(reference) && isNamed(reference, 'name')) {
        yield new ReferenceView(kind, reference, 'name', container, ['envFrom', index, field]);
      }
    }
  }
}

function* volumeReferences(volume: Volume): Iterable<PodReference> {
  for (const [field, kind, nameField] of VOLUME_FIELDS) {
    const source = volume.content[field];
    if (isObject(source) && isNamed(source, nameField)) {
      yield new ReferenceView(kind, source, nameField, volume, [field]);
    }
  }
  for (const [index, entry] of asList(asObject(volume.content['projected'])['sources']).entries()) {
    for (const [field, kind, nameField] of SOURCE_FIELDS) {
      const source = asObject(entry)[field];
      if (isObject(source) && isNamed(source, nameField)) {
        yield new ReferenceView(kind, source, nameField, volume, ['projected', 'sources', index, field]);
      }
    }
  }
  const published = asObject(volume.content['csi'])['nodePublishSecretRef'];
  if (isObject(published) && isNamed(published, 'name')) {
    yield new ReferenceView('Secret', published, 'name', volume, ['csi', 'nodePublishSecretRef']);
  }
}

function isNamed(reference: JsonObject, nameField: string): boolean {
  return (asString(reference[nameField]) ?? '') !== '';
}

/** A class, as a scan makes many: their places are only made where something is wrong. */
class ReferenceView implements PodReference {
  readonly kind: PodReference['kind'];
  readonly name: string;
  private readonly content: JsonObject;
  private readonly nameField: string;
  private readonly holder: Pick<Container | Volume, 'at'>;
  private readonly path: Path;

  constructor(
    kind: PodReference['kind'],
    content: JsonObject,
    nameField: string,
    holder: Pick<Container | Volume, 'at'>,
    path: Path,
  ) {
    this.kind = kind;
    this.name = asString(content[nameField]) ?? '';
    this.content = content;
    this.nameField = nameField;
    this.holder = holder;
    this.path = path;
  }

  get isOptional(): boolean {
    return this.content['optional'] === true;
  }

  get at(): Place {
    return this.holder.at(...this.path, this.nameField);
  }

  get keys(): readonly ReferencedKey[] | undefined {
    const key = asString(this.content['key']);
    if (key !== undefined) return [{ key, at: this.holder.at(...this.path, 'key') }];
    const items = asList(this.content['items']);
    if (items.length === 0) return undefined;
    return items.map((item, index) => ({
      key: asString(asObject(item)['key']) ?? '',
      at: this.holder.at(...this.path, 'items', index, 'key'),
    }));
  }
}
