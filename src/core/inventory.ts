import { bareKind, type Coverage, isCovered } from './coverage.ts';
import { groupBy } from './group-by.ts';
import type { Lookup, Missing, Selection } from './lookup.ts';
import type { Resource } from './resource.ts';

/** What every cluster of the target version has, without it being among the inputs. */
export interface BuiltIn {
  find(kind: string, name: string, namespace: string | undefined): Resource | undefined;
}

export interface InventoryOptions {
  /** Unique in a scan and stable from one scan to the next. */
  readonly id: string;
  readonly defaultNamespace: string;
  readonly coverage: Coverage;
  readonly builtIn?: BuiltIn;
}

/** One cluster as it is or would be. Immutable; look-ups never leave it. */
export interface Inventory {
  readonly id: string;
  readonly defaultNamespace: string;
  readonly coverage: Coverage;
  /** Every resource, in reading order. An object defined twice is here twice: both are judged. */
  readonly resources: readonly Resource[];
  /** Pairs of an earlier and a later definition of one object; look-ups find the last. */
  readonly duplicates: readonly { readonly earlier: Resource; readonly later: Resource }[];
  ofKind(kind: string): readonly Resource[];
  find(kind: string, name: string, namespace?: string): Lookup<Resource>;
  select(kind: string, namespace?: string): Selection<Resource>;
}

/** Indexes resources once: by kind, by kind and namespace, by kind, namespace and name. */
export function createInventory(resources: readonly Resource[], options: InventoryOptions): Inventory {
  const byIdentity = new Map<string, Resource>();
  const duplicates: { earlier: Resource; later: Resource }[] = [];
  for (const resource of resources) {
    if (!isNamed(resource)) continue;
    const key = identity(resource.kind, resource.name, resource.namespace);
    const earlier = byIdentity.get(key);
    if (earlier !== undefined) duplicates.push({ earlier, later: resource });
    byIdentity.set(key, resource);
  }
  const byKind = groupBy(resources, (resource) => resource.kind);
  /** Many checks ask for the same. */
  const selections = new Map<string, Selection<Resource>>();
  const byNamespace = groupBy(resources, (resource) => `${resource.kind}\n${resource.namespace ?? ''}`);

  return {
    id: options.id,
    defaultNamespace: options.defaultNamespace,
    coverage: options.coverage,
    resources,
    duplicates,
    ofKind: (kind) => byKind.get(kind) ?? [],
    find(kind, name, namespace) {
      const item = byIdentity.get(identity(kind, name, namespace)) ?? options.builtIn?.find(kind, name, namespace);
      if (item !== undefined) return { is: 'found', item };
      if (isCovered(options.coverage, kind, namespace)) return { is: 'absent' };
      const title = namespace === undefined ? name : `${namespace}/${name}`;
      return { is: 'unknown', missing: missing(`no ${bareKind(kind)} "${title}"`, options.coverage) };
    },
    select(kind, namespace) {
      const key = namespace === undefined ? kind : `${kind}\n${namespace}`;
      const known = selections.get(key) ?? selectionOf(kind, namespace, key);
      selections.set(key, known);
      return known;
    },
  };

  function selectionOf(kind: string, namespace: string | undefined, key: string): Selection<Resource> {
    const items = (namespace === undefined ? byKind.get(kind) : byNamespace.get(key)) ?? [];
    if (isCovered(options.coverage, kind, namespace)) return { items, missing: undefined };
    const which = items.length === 0 ? 'no' : 'perhaps not every';
    const where = namespace === undefined ? '' : ` of "${namespace}"`;
    return { items, missing: missing(`${which} ${bareKind(kind)}${where}`, options.coverage) };
  }
}

/** False for an object without a name, and for one whose name the server makes up: two of them are two objects. */
function isNamed({ name }: Resource): boolean {
  return name !== '' && !name.endsWith('*');
}

function missing(what: string, coverage: Coverage): Missing {
  const gap = coverage.gaps[0];
  if (gap === undefined) {
    // Joined at once: a scan has many of these, and each would stay a chain of pieces in memory.
    return { what: [what, 'is among the inputs'].join(' '), hint: 'scan its folder too, or pass --complete' };
  }
  return { what: `${what} is among the inputs, and ${gap.file} could not be read whole`, hint: `mend ${gap.file}` };
}

function identity(kind: string, name: string, namespace: string | undefined): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}
