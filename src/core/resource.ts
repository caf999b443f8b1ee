import type { JsonObject } from './json.ts';
import type { Location } from './location.ts';
import type { Path } from './path.ts';

/** Where a resource was read. `locate` answers from what was kept when reading; it never reads again. */
export interface Origin {
  /** The file as the report shows it; empty for what every cluster has. */
  readonly file: string;
  /** The number of the document in its file, from 0. */
  readonly document: number;
  /**
   * The location chain of a field, or of a part of it: the place to edit first, then what caused it.
   * Empty where there is nothing to open (objects that every cluster has).
   */
  locate(path: Path, part?: FieldPart): readonly Location[];
}

/** What of a field is meant, if not its value: its key, or a line of its value, numbered from 1. */
export type FieldPart = 'key' | { readonly line: number };

/** One thing read. Any field of its content may hold an unknown value, seen through a recording view. */
export interface Resource {
  /** Group and kind without version: `apps/Deployment`; `Pod` in the core group. */
  readonly kind: string;
  /** Empty if it has none; `report-*` if the server makes one up from `generateName`. */
  readonly name: string;
  /** Undefined for cluster-scoped kinds; an unset namespace is the inventory's default namespace. */
  readonly namespace: string | undefined;
  readonly content: JsonObject;
  readonly origin: Origin;
}

/** A field of a resource, present or not. */
export interface Place {
  readonly resource: Resource;
  readonly path: Path;
  readonly part?: FieldPart;
}

/** The key of a field, where that itself is wrong, not what it holds. */
export function keyOf(field: Place): Place {
  return { ...field, part: 'key' };
}

/** A line of a field's value, numbered from 1. */
export function lineOf(field: Place, line: number): Place {
  return { ...field, part: { line } };
}

/** What names a resource in its inventory, as of `Resource`. */
type ResourceName = Pick<Resource, 'kind' | 'namespace' | 'name'>;

/** `Deployment shop/api`: how reports name a resource. */
export function resourceTitle(resource: ResourceName): string {
  const kind = resource.kind.slice(resource.kind.lastIndexOf('/') + 1);
  return `${kind} ${resource.namespace === undefined ? '' : `${resource.namespace}/`}${resource.name || UNNAMED}`;
}

/** What stands for the name of an object that has none, or whose name the server makes up. */
const UNNAMED = '(unnamed)';

/** What a resource was asked for last: findings name the same one again and again, and share one text of it. */
let latest: ResourceName & { readonly identity: string } = { kind: '', namespace: '', name: '', identity: ' /' };

/** `apps/Deployment shop/api`: what tells a resource from every other one of its inventory. */
export function resourceIdentity({ kind, namespace, name }: ResourceName): string {
  if (latest.name === name && latest.namespace === namespace && latest.kind === kind) return latest.identity;
  const pieces = namespace === undefined ? [kind, ' ', name] : [kind, ' ', namespace, '/', name];
  latest = { kind, namespace, name, identity: pieces.join('') };
  return latest.identity;
}
