import type { Inventory } from '../core/inventory.ts';
import type { Missing } from '../core/lookup.ts';
import { isNamespaced } from './kind.ts';

/** What is missing first to know all objects of some kinds, in a namespace if one is given; undefined if nothing is. */
export function missingKinds(
  inventory: Inventory,
  kinds: readonly string[],
  namespace: string | undefined,
): Missing | undefined {
  for (const kind of kinds) {
    const { missing } = inventory.select(kind, isNamespaced(kind) ? namespace : undefined);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
