import type { Version } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asString } from '../../core/json.ts';
import { CelUnknown } from '../cel/fault.ts';
import { fromJson, jsonMap } from '../cel/json-value.ts';
import { type CelMap, type CelValue, isMap } from '../cel/value.ts';
import { defaulted } from '../defaulting/index.ts';
import type { KubernetesObject } from '../object.ts';
import { resourceNameOf } from '../resource-name.ts';
import { builtInSchema } from '../schema/built-in-schemas.ts';
import { isOmitted } from './omitted-fields.ts';
import { withServerFields } from './server-fields.ts';

/** The request to create an object, as policies see it. */
export interface Creation {
  readonly object: KubernetesObject;
  readonly inventory: Inventory;
  /** The object with its defaults, and the namespace that it lies in; made when it is first asked for. */
  value(): CelValue;
}

/** The request to create an object in a cluster of a version. */
export function creationOf(object: KubernetesObject, inventory: Inventory, targetVersion: Version): Creation {
  let made: CelValue | undefined;
  return {
    object,
    inventory,
    value() {
      made ??= objectValue(object, inventory, targetVersion);
      return made;
    },
  };
}

function objectValue(object: KubernetesObject, inventory: Inventory, targetVersion: Version): CelValue {
  const content = defaulted(object.content, { targetVersion });
  const whole = withServerFields(isBuiltIn(object) ? jsonMap(content, isOmitted) : jsonMap(content), object.kind);
  const metadata = whole.get('metadata');
  if (object.namespace === undefined || !isMap(metadata)) return whole;
  if (!resourceNameOf(object.kind, inventory).isNamespaced) return whole;
  return withEntry(whole, 'metadata', withEntry(metadata, 'namespace', object.namespace));
}

function isBuiltIn({ content }: KubernetesObject): boolean {
  return builtInSchema(asString(content['apiVersion']) ?? '', asString(content['kind']) ?? '') !== undefined;
}

/** The map with one entry set. */
function withEntry(map: CelMap, name: string, value: CelValue): CelMap {
  return {
    is: 'map',
    keys() {
      const keys = map.keys();
      return keys.includes(name) ? keys : [...keys, name];
    },
    get: (key) => (key === name ? value : map.get(key)),
  };
}

/** Fields of a request that say who asks and how, which no object shows. */
const HIDDEN: ReadonlySet<string> = new Set(['userInfo', 'options', 'uid']);

/** The request to create the object: what `request` holds. */
export function requestValue({ object, inventory }: Creation): CelMap {
  const { group, resource, isNamespaced } = resourceNameOf(object.kind, inventory);
  const apiVersion = asString(object.content['apiVersion']) ?? '';
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  const kind = { group, version, kind: object.kind.slice(object.kind.lastIndexOf('/') + 1) };
  const shown = jsonMap({
    kind,
    requestKind: kind,
    resource: { group, version, resource },
    requestResource: { group, version, resource },
    subResource: '',
    requestSubResource: '',
    name: object.name.endsWith('*') ? '' : object.name,
    namespace: isNamespaced ? (object.namespace ?? '') : '',
    operation: 'CREATE',
    dryRun: false,
  });
  return {
    is: 'map',
    keys: () => [...shown.keys(), ...HIDDEN],
    get(key) {
      if (typeof key === 'string' && HIDDEN.has(key)) throw new CelUnknown(`request.${key}`);
      return shown.get(key);
    },
  };
}

/** The namespace of the object as `namespaceObject` holds it; null for objects of the cluster. */
export function namespaceValue({ object, inventory }: Creation): CelValue {
  if (object.namespace === undefined || !resourceNameOf(object.kind, inventory).isNamespaced) return null;
  const found = inventory.find('Namespace', object.namespace);
  if (found.is === 'found') return fromJson(found.item.content);
  throw new CelUnknown(found.is === 'unknown' ? found.missing.what : `the namespace "${object.namespace}"`);
}
