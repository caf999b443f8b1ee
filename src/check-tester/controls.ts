import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The controls that each check answers, by id, as was decided before frameworks named it: a header, then id and controls,
 * separated by a tab; controls by semicolons: `nsa:host-access; cis-1.12:5.2.12`.
 * @throws Error naming the line that has another number of columns or an id that was there before.
 */
export function readControls(text: string = committedText()): Map<string, readonly string[]> {
  const controls = new Map<string, readonly string[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (index === 0 || line === '') continue;
    const [id = '', cell, ...rest] = line.split('\t');
    if (cell === undefined || rest.length > 0) throw new Error(`line ${index + 1} of the controls has not two columns`);
    if (controls.has(id)) throw new Error(`line ${index + 1} of the controls names ${id} again`);
    controls.set(id, cell === '' ? [] : cell.split('; '));
  }
  return controls;
}

function committedText(): string {
  return readFileSync(join(import.meta.dirname, 'controls.tsv'), 'utf8');
}
