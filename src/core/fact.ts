import { asList, isObject, type JsonObject, ownValue } from './json.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Path } from './path.ts';
import { formatPath } from './path.ts';

/** What is wrong where, machine-readable: entries are named, never numbered, so that it survives moved lines. */
export interface Fact {
  readonly inventory: string;
  /** `apps/Deployment shop/api`. */
  readonly object: string;
  /** The field from the object's root, or from its pod template's, with list entries by name. */
  readonly field: string;
}

/** The fields that name a list entry, first match first: the list-map keys of the Kubernetes API. */
const NAMING_FIELDS = ['name', 'mountPath', 'containerPort', 'port', 'ip', 'key', 'topologyKey', 'type', 'uid'];

/**
 * A field path in which list entries stand by name. `root` is cut off where the path lies below it, so that a pod and the
 * template it came from give the same field; what lies outside starts with `/`.
 */
export function namedField(content: JsonObject, path: Path, root: Path): string {
  const isBelow = root.length <= path.length && root.every((segment, index) => path[index] === segment);
  let value: unknown = content;
  const named: string[] = [];
  for (const segment of path) {
    if (typeof segment === 'number') {
      value = asList(value)[segment];
      named.push(`[${entryName(value)}]`);
    } else {
      value = isObject(value) ? ownValue(value, segment) : undefined;
      named.push(formatPath([segment]));
    }
  }
  const relative = isBelow ? named.slice(root.length) : ['/', ...named];
  return relative.join('.').replaceAll('.[', '[');
}

/** The name of a list entry: a naming field, the scalar itself, or a digest of its content. */
export function entryName(entry: unknown): string {
  if (!isObject(entry)) return Array.isArray(entry) ? fingerprintOf(digestible(entry)) : String(entry);
  for (const field of NAMING_FIELDS) {
    const value = ownValue(entry, field);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return fingerprintOf(digestible(entry));
}

const DIGEST_LENGTH = 4096;

function digestible(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, DIGEST_LENGTH);
}

/** True if both are about the same object and field, or one field lies inside the other. */
export function overlaps(left: Fact, right: Fact): boolean {
  if (left.inventory !== right.inventory || left.object !== right.object) return false;
  return isInside(left.field, right.field) || isInside(right.field, left.field);
}

function isInside(inner: string, outer: string): boolean {
  if (!inner.startsWith(outer)) return false;
  return inner.length === outer.length || outer === '' || '.['.includes(inner.charAt(outer.length));
}
