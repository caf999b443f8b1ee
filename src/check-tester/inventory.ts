import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was decided of a check before it was written. */
export interface InventoryRow {
  readonly id: string;
  /** The folder of its file. */
  readonly area: string;
  readonly severity: string;
  /** Off until asked for. */
  readonly optIn: boolean;
  /** Its parameters with their defaults, sorted by name: `maximum=86400`, `floatingTags=[]`. */
  readonly parameters: readonly string[];
}

/** The folders that checks may lie in. */
export const areas: ReadonlySet<string> = new Set([
  'workload',
  'image',
  'resources',
  'availability',
  'service-account',
  'rbac',
  'network',
  'exposure',
  'secrets',
  'admission',
  'hygiene',
  'references',
  'utilisation',
  'status',
  'cve',
]);

/**
 * The rows of `inventory.tsv` by id: a header, then id, area, severity, whether it is opt-in, and parameters, separated by tabs; parameters by
 * semicolons.
 * @throws Error naming the line that has another number of columns or an id that was there before.
 */
export function readInventory(text: string = committedText()): Map<string, InventoryRow> {
  const rows = new Map<string, InventoryRow>();
  for (const [index, line] of text.split('\n').entries()) {
    if (index === 0 || line === '') continue;
    const [id = '', area = '', severity, optIn, parameters, ...rest] = line.split('\t');
    if (severity === undefined || parameters === undefined || rest.length > 0)
      throw new Error(`line ${index + 1} of the inventory has not five columns`);
    if (rows.has(id)) throw new Error(`line ${index + 1} of the inventory names ${id} again`);
    rows.set(id, {
      id,
      area,
      severity,
      optIn: optIn === 'yes',
      parameters: parameters === '' ? [] : parameters.split('; ').toSorted(),
    });
  }
  return rows;
}

function committedText(): string {
  return readFileSync(join(import.meta.dirname, 'inventory.tsv'), 'utf8');
}
