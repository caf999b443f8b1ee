import { isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/** Freezes a document, all the way down. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

/** Every way from the root of a document to a node below it, parents first. */
export function* nodePaths(value: unknown, path: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    yield at;
    yield* nodePaths(inner, at);
  }
}

/** Makes the new value of a node from its old one; `undefined` takes the node out. */
export type Change = (value: unknown) => unknown;

/** A copy of a document in which one node is changed; a path that leads through no mapping or list changes nothing. */
export function withChange(document: JsonObject, path: Path, change: Change): JsonObject {
  const changed = changedAt(document, path, change);
  return isObject(changed) ? changed : document;
}

function changedAt(value: unknown, path: Path, change: Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value) && typeof key === 'number') {
    const inner = changedAt(value[key], rest, change);
    return inner === undefined ? value.toSpliced(key, 1) : value.with(key, inner);
  }
  if (!isObject(value) || typeof key !== 'string') return value;
  const { [key]: old, ...others } = value;
  const inner = changedAt(old, rest, change);
  if (inner === undefined) return others;
  return Object.hasOwn(value, key)
    ? Object.fromEntries(Object.entries(value).map(([name, kept]) => [name, name === key ? inner : kept]))
    : { ...value, [key]: inner };
}
