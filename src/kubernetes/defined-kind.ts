import type { Inventory } from '../core/inventory.ts';
import { asObject, asString } from '../core/json.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { DEFINITION_KIND } from './schema/custom-schema-index.ts';

const indexes = new WeakMap<Inventory, ReadonlySet<string>>();

/** True if a CustomResourceDefinition of the inventory is of a kind such as `shop.example/Order`. */
export function isDefined(kind: string, inventory: Inventory): boolean {
  let kinds = indexes.get(inventory);
  if (kinds === undefined) {
    kinds = definedKinds(inventory);
    indexes.set(inventory, kinds);
  }
  return kinds.has(kind);
}

function definedKinds(inventory: Inventory): Set<string> {
  const kinds = new Set<string>();
  for (const { content } of inventory.ofKind(DEFINITION_KIND)) {
    try {
      const spec = asObject(content['spec']);
      kinds.add(`${asString(spec['group']) ?? ''}/${asString(asObject(spec['names'])['kind']) ?? ''}`);
    } catch (error) {
      // A definition whose kind is not known defines none that is.
      if (!(error instanceof UnknownValueRead)) throw error;
    }
  }
  return kinds;
}
