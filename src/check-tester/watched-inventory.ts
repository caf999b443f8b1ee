import type { Check } from '../core/check.ts';
import type { Inventory } from '../core/inventory.ts';

/** Stands for a look at every object of the inventory, of whatever kind. */
export const EVERY_KIND = 'every kind';

/** The check, with each kind that it looks up in its context noted in `asked`. */
export function watchedCheck(check: Check, asked: Set<string>): Check {
  return {
    ...check,
    evaluate(judged, report, context) {
      check.evaluate(judged, report, { ...context, inventory: watchedInventory(context.inventory, asked) });
    },
  };
}

function watchedInventory(inventory: Inventory, asked: Set<string>): Inventory {
  return {
    id: inventory.id,
    defaultNamespace: inventory.defaultNamespace,
    coverage: inventory.coverage,
    get resources() {
      asked.add(EVERY_KIND);
      return inventory.resources;
    },
    get duplicates() {
      asked.add(EVERY_KIND);
      return inventory.duplicates;
    },
    ofKind(kind) {
      asked.add(kind);
      return inventory.ofKind(kind);
    },
    find(kind, name, namespace) {
      asked.add(kind);
      return inventory.find(kind, name, namespace);
    },
    select(kind, namespace) {
      asked.add(kind);
      return inventory.select(kind, namespace);
    },
  };
}
