import { isObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/**
 * The path of all that goes when a field is removed: the field itself or, where that would leave a mapping or list empty, the
 * outermost parent that is left empty, but never the root. Undefined if the field is not there.
 */
export function removedPath(root: unknown, path: Path): Path | undefined {
  if (valueAt(root, path) === undefined) return undefined;
  let removed = path;
  while (removed.length > 1 && sizeOf(valueAt(root, removed.slice(0, -1))) === 1) removed = removed.slice(0, -1);
  return removed;
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
}
