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
   * The location chain of a field: the place to edit first, then what caused it.
   * Empty where there is nothing to open (objects that every cluster has).
   */
  locate(path: Path): readonly Location[];
}

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
}

/** `Deployment shop/api`: how reports name a resource. */
export function resourceTitle(resource: { kind: string; namespace: string | undefined; name: string }): string {
  const kind = resource.kind.slice(resource.kind.lastIndexOf('/') + 1);
  return `${kind} ${resource.namespace === undefined ? '' : `${resource.namespace}/`}${resource.name || UNNAMED}`;
}

/** What stands for the name of an object that has none, or whose name the server makes up. */
const UNNAMED = '(unnamed)';

/** `apps/Deployment shop/api`: what tells a resource from every other one of its inventory. */
export function resourceIdentity(resource: { kind: string; namespace: string | undefined; name: string }): string {
  return `${resource.kind} ${resource.namespace === undefined ? '' : `${resource.namespace}/`}${resource.name}`;
}
