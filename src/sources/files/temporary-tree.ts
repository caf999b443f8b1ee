import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test. It is removed at the end of a `using` block. */
export interface TemporaryTree extends Disposable {
  readonly root: string;
  path(...names: readonly string[]): string;
}

/**
 * Makes a folder with these files by their paths: texts or bytes. A path that ends in a slash is an empty folder; a text
 * that starts with `-> ` makes a link to the path behind it.
 */
export function temporaryTree(files: Readonly<Record<string, string | Uint8Array>>): TemporaryTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'seawall-')));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (name.endsWith('/')) continue;
    if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), path);
    else writeFileSync(path, content);
  }
  return {
    root,
    path: (...names) => join(root, ...names),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
