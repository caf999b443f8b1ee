/** A mapping of an untrusted document: any key may be absent or of any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

const EMPTY_OBJECT: JsonObject = Object.freeze({});
const EMPTY_LIST: readonly unknown[] = Object.freeze([]);

/** The value as a mapping; anything else reads as an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY_OBJECT;
}

/** The value as a list; anything else reads as an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : EMPTY_LIST;
}

/** The value if it is a string, else undefined. */
export function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value if it is a finite number, else undefined. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** True for mappings, false for lists, scalars and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key; never one inherited from Object.prototype (`constructor`, `toString`). */
export function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value at a path, or undefined where the path leaves the document. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof segment === 'number') value = asList(value)[segment];
    else value = isObject(value) ? ownValue(value, segment) : undefined;
  }
  return value;
}
