import { asList, isObject, type JsonObject } from './json.ts';
import { formatPath, type Path } from './path.ts';

/** Stands in a document where the input does not show the value: an unresolved variable, redacted data. */
export class UnknownValue {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Thrown when a check reads an unknown value; the engine turns it into the verdict `unknown`. */
export class UnknownValueRead extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path} is not known: ${reason}`);
    this.name = 'UnknownValueRead';
    this.path = path;
    this.reason = reason;
  }
}

/** True if an unknown value stands anywhere in the document. */
export function holdsUnknownValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof UnknownValue) return true;
  if (!isObject(value)) {
    for (const item of asList(value)) if (holdsUnknownValue(item)) return true;
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (typeof item === 'object' && holdsUnknownValue(item)) return true;
  }
  return false;
}

/**
 * A read-only view of a document in which reading an unknown value throws `UnknownValueRead`.
 * Only resources that hold unknown values are seen through it; all others are judged as plain objects.
 */
export function recordingView(document: JsonObject): JsonObject {
  const view = viewOf(document, []);
  documents.set(view, document);
  return view;
}

const documents = new WeakMap<JsonObject, JsonObject>();

/** The document behind a recording view, whose unknown values can be seen without being read; else the document itself. */
export function unrecorded(document: JsonObject): JsonObject {
  return documents.get(document) ?? document;
}

function viewOf<Target extends object>(target: Target, path: Path): Target {
  return new Proxy(target, {
    get(object, key, receiver) {
      const value: unknown = Reflect.get(object, key, receiver);
      if (typeof key === 'symbol' || typeof value !== 'object' || value === null) return value;
      const at = [...path, Array.isArray(object) ? Number(key) : key];
      if (value instanceof UnknownValue) throw new UnknownValueRead(formatPath(at), value.reason);
      return viewOf(value, at);
    },
  });
}
