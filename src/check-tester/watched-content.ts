import type { JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/**
 * A view of a document that tells of every field that is read or looked for, present or not. Entries of a list are told
 * of where they exist; methods and lengths are no fields.
 */
export function watchedContent(document: JsonObject, onRead: (path: Path) => void): JsonObject {
  return viewOf(document, [], onRead);
}

function viewOf<Target extends object>(target: Target, path: Path, onRead: (path: Path) => void): Target {
  function note(key: string | symbol): Path | undefined {
    if (typeof key === 'symbol') return undefined;
    const isField = Array.isArray(target)
      ? /^\d+$/.test(key) && Object.hasOwn(target, key)
      : isOwnOrAbsent(target, key);
    if (!isField) return undefined;
    const at = [...path, Array.isArray(target) ? Number(key) : key];
    onRead(at);
    return at;
  }

  return new Proxy(target, {
    get(object, key, receiver) {
      const at = note(key);
      const value: unknown = Reflect.get(object, key, receiver);
      return at !== undefined && typeof value === 'object' && value !== null ? viewOf(value, at, onRead) : value;
    },
    has(object, key) {
      note(key);
      return Reflect.has(object, key);
    },
    getOwnPropertyDescriptor(object, key) {
      note(key);
      return Reflect.getOwnPropertyDescriptor(object, key);
    },
  });
}

function isOwnOrAbsent(target: object, key: string): boolean {
  return Object.hasOwn(target, key) || !(key in target);
}
