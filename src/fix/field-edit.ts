import type { Edit, Fix, FixTarget } from '../core/check.ts';
import { asList, asObject, isObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import { removedPath } from '../text/removed-path.ts';

/** What is to become of a field. */
export type FieldChange = { readonly is: 'set' | 'append'; readonly value: unknown } | { readonly is: 'remove' };

/** One edit that a fix asks for, on the object as it was read. */
export type FieldEdit = FieldChange & { readonly at: Place };

/** Runs a fix and keeps what it asks for, in order. */
export function recordFix<View>(fix: Fix<View>, finding: FixTarget, judged: View): FieldEdit[] {
  const edits: FieldEdit[] = [];
  const recorder: Edit = {
    set: (at, value) => void edits.push({ is: 'set', at, value }),
    remove: (at) => void edits.push({ is: 'remove', at }),
    append: (at, value) => void edits.push({ is: 'append', at, value }),
  };
  fix.edits(recorder, finding, judged);
  return edits;
}

/** The document that a change of a field is to lead to; nothing but that field differs. */
export function intendedValue(root: unknown, change: FieldChange, path: Path): unknown {
  if (change.is === 'set') return withValue(root, path, () => change.value);
  if (change.is === 'append') return withValue(root, path, (list) => [...asList(list), change.value]);
  const removed = removedPath(root, path);
  return removed === undefined ? root : without(root, removed);
}

/** The path of an entry after another field was removed: entries behind it move up. Undefined if the entry is gone. */
export function pathAfterRemoval(path: Path, removed: Path): Path | undefined {
  const depth = removed.length - 1;
  const segment = path[depth];
  const index = removed[depth];
  const isBelow = removed.every((each, position) => position === depth || each === path[position]);
  if (!isBelow || typeof segment !== 'number' || typeof index !== 'number' || segment < index) return path;
  return segment === index ? undefined : path.with(depth, segment - 1);
}

function withValue(root: unknown, path: Path, update: (value: unknown) => unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return update(root);
  const child = withValue(valueAt(root, [segment]), rest, update);
  if (typeof segment === 'string') return withKey(asObject(root), segment, child);
  const list = asList(root);
  return segment < list.length ? list.with(segment, child) : [...list, child];
}

function withKey(object: object, key: string, value: unknown): unknown {
  return Object.fromEntries([...Object.entries(object).filter(([each]) => each !== key), [key, value]]);
}

function without(root: unknown, path: Path): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return root;
  if (rest.length > 0) return withValue(root, [segment], (child) => without(child, rest));
  if (typeof segment === 'number') return asList(root).toSpliced(segment, 1);
  return isObject(root) ? Object.fromEntries(Object.entries(root).filter(([key]) => key !== segment)) : root;
}
