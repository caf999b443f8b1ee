import { asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Origin, Resource } from '../core/resource.ts';
import { holdsUnknownValue, recordingView } from '../core/unknown-value.ts';
import { isNamespaced, kindOf } from './kind.ts';

/** True for a document that is a Kubernetes object: it names its apiVersion and kind. */
export function isKubernetesObject(document: unknown): document is JsonObject {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  return typeof apiVersion === 'string' && apiVersion !== '' && typeof kind === 'string' && kind !== '';
}

/** The resource of a Kubernetes object. An object without a namespace lies in the default one if its kind has any. */
export function kubernetesResource(content: JsonObject, origin: Origin, defaultNamespace: string): Resource {
  const kind = kindOf(asString(content['apiVersion']) ?? '', asString(content['kind']) ?? '');
  const metadata = asObject(content['metadata']);
  const namespace = isNamespaced(kind) ? asString(metadata['namespace']) || defaultNamespace : undefined;
  return {
    kind,
    name: asString(metadata['name']) || madeUpName(metadata),
    namespace,
    content: holdsUnknownValue(content) ? recordingView(content) : content,
    origin,
  };
}

/** The server appends letters to `generateName`. */
function madeUpName(metadata: JsonObject): string {
  const prefix = asString(metadata['generateName']);
  return prefix ? `${prefix}*` : '';
}

/** Labels or annotations with text values; others cannot be stored and are left out. */
export function textMap(value: unknown): ReadonlyMap<string, string> {
  if (!isObject(value)) return NO_TEXTS;
  const map = new Map<string, string>();
  for (const key of Object.keys(value)) {
    const text = value[key];
    if (typeof text === 'string') map.set(key, text);
  }
  return map;
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();
