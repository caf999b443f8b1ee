import { beyondInventory } from './beyond-inventory.ts';
import type { CheckFile, Project } from './check-file.ts';
import { foldings } from './foldings.ts';
import { readInventory } from './inventory.ts';

/** What the checks of the checkout are compared with: each other, and what was decided of them. */
export function projectOf(files: readonly CheckFile[]): Project {
  const inventory = readInventory();
  for (const row of beyondInventory) inventory.set(row.id, row);
  return { checks: files.map(({ check }) => check), inventory, foldings };
}
