import type { Inventory } from '../core/inventory.ts';
import { asObject, asString } from '../core/json.ts';
import { isNamespaced } from './kind.ts';

/** How the API names the objects of a kind. */
export interface ResourceName {
  /** Empty for the core group. */
  readonly group: string;
  /** The plural in small letters: `networkpolicies`. */
  readonly resource: string;
  readonly isNamespaced: boolean;
}

const DEFINITION = 'apiextensions.k8s.io/CustomResourceDefinition';

const definitions = new WeakMap<Inventory, ReadonlyMap<string, ResourceName>>();

/**
 * How the API names the objects of a kind (`apps/Deployment`): as its CustomResourceDefinition says if the inventory holds
 * one, else by the rule that the built-in kinds follow.
 */
export function resourceNameOf(kind: string, inventory: Inventory): ResourceName {
  const defined = definitions.get(inventory) ?? definedNames(inventory);
  definitions.set(inventory, defined);
  const slash = kind.lastIndexOf('/');
  return (
    defined.get(kind) ?? {
      group: slash === -1 ? '' : kind.slice(0, slash),
      resource: pluralOf(kind.slice(slash + 1)),
      isNamespaced: isNamespaced(kind),
    }
  );
}

function definedNames(inventory: Inventory): ReadonlyMap<string, ResourceName> {
  const names = new Map<string, ResourceName>();
  for (const { content } of inventory.select(DEFINITION).items) {
    const spec = asObject(content['spec']);
    const { kind, plural } = asObject(spec['names']);
    const group = asString(spec['group']);
    if (group === undefined || typeof kind !== 'string' || typeof plural !== 'string') continue;
    names.set(`${group}/${kind}`, { group, resource: plural, isNamespaced: spec['scope'] !== 'Cluster' });
  }
  return names;
}

/** The plural of a kind, in small letters: `pods`, `ingresses`, `networkpolicies`, `endpoints`. */
export function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === 'endpoints') return name;
  if (name.endsWith('s')) return `${name}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}
