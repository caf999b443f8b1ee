import type { InventoryRow } from './inventory.ts';

/** A check that the inventory does not list, and why it is there all the same. */
export interface RowBeyond extends InventoryRow {
  readonly because: string;
}

/** The checks beyond the inventory. They answer no control: what frameworks ask for is what the inventory says. */
export const beyondInventory: readonly RowBeyond[] = [
  {
    id: 'secret-in-field',
    area: 'secrets',
    severity: 'high',
    optIn: false,
    parameters: [],
    because:
      'the rows on credentials cover variables, commands, ConfigMaps and Secrets; a manifest has more places for one',
  },
];
