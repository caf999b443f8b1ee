import type { Check, CheckExamples } from '../core/check.ts';
import type { InventoryRow } from './inventory.ts';

/** A check as its file gives it. */
export interface CheckFile {
  /** From `src/checks`, with forward slashes: `workload/host-pid.ts`. */
  readonly path: string;
  readonly check: Check;
  readonly examples: CheckExamples;
}

/** What a check is compared with. */
export interface Project {
  /** Every check there is. */
  readonly checks: readonly Check[];
  /** What was decided of each check, by id; those beyond the inventory too. */
  readonly inventory: ReadonlyMap<string, InventoryRow>;
  /** Which checks each check covers directly: "one fact, one finding". */
  readonly foldings: ReadonlyMap<string, readonly string[]>;
}
