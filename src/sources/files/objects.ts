import { asString, isObject, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { isKubernetesObject } from '../../kubernetes/resource.ts';

/** A Kubernetes object of a document, and where in the document it stands. */
export interface DocumentObject {
  readonly content: JsonObject;
  readonly path: Path;
}

const DEEPEST_LIST = 4;

/**
 * The Kubernetes objects of a document: itself, or the items of a list kind. Items of a typed list (`PodList`) take their
 * kind from it. Empty if the document is none.
 */
export function objectsOf(document: unknown, path: Path = []): DocumentObject[] {
  if (!isKubernetesObject(document)) return [];
  const { items } = document;
  const kind = asString(document['kind']) ?? '';
  if (!kind.endsWith('List') || !Array.isArray(items) || path.length > 2 * DEEPEST_LIST)
    return [{ content: document, path }];
  const defaults = kind === 'List' ? {} : { apiVersion: document['apiVersion'], kind: kind.slice(0, -'List'.length) };
  return items.flatMap((item: unknown, index) =>
    isObject(item) ? objectsOf(withDefaults(item, defaults), [...path, 'items', index]) : [],
  );
}

/** The item itself where it says what it is: unknown values and identity are kept. */
function withDefaults(item: JsonObject, defaults: JsonObject): JsonObject {
  return Object.keys(defaults).every((key) => Object.hasOwn(item, key)) ? item : { ...defaults, ...item };
}
