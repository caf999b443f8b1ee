import { readFileSync } from 'node:fs';

/** Where the pages stand: beside the packed program, or in the checkout. */
const FOLDERS = ['./docs/checks/', '../docs/checks/', '../../docs/checks/'];

/** The generated page of a check, as Markdown; undefined if this build carries none. */
export function checkPage(id: string): string | undefined {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), 'utf8');
    } catch {
      // The page stands in one of the next folders.
    }
  }
  return undefined;
}
