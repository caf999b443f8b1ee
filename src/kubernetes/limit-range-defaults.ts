import type { Inventory } from '../core/inventory.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { type ContainerDefaults, containerDefaultsOf } from './limit-range.ts';

/** What the LimitRanges of a namespace give to containers that say nothing. */
export interface NamespaceDefaults {
  /**
   * True if a resource has a default limit (`default`) or request.
   * @throws UnknownValueRead if only a LimitRange that is not known whole could give it.
   */
  has(field: keyof ContainerDefaults, name: string): boolean;
}

const byInventory = new WeakMap<Inventory, Map<string, NamespaceDefaults>>();

/** The defaults that the LimitRanges of the scan give to the containers of a namespace. */
export function limitRangeDefaults(namespace: string, inventory: Inventory): NamespaceDefaults {
  const known = byInventory.get(inventory) ?? new Map<string, NamespaceDefaults>();
  byInventory.set(inventory, known);
  const defaults = known.get(namespace) ?? readDefaults(namespace, inventory);
  known.set(namespace, defaults);
  return defaults;
}

function readDefaults(namespace: string, inventory: Inventory): NamespaceDefaults {
  const given: ContainerDefaults[] = [];
  let unclear: UnknownValueRead | undefined;
  for (const limitRange of inventory.select('LimitRange', namespace).items) {
    try {
      given.push(containerDefaultsOf(limitRange));
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear ??= error;
    }
  }
  return {
    has(field, name) {
      if (given.some((defaults) => defaults[field].has(name))) return true;
      if (unclear !== undefined) throw unclear;
      return false;
    },
  };
}
