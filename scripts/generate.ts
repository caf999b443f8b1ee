// Writes every generated file. With --check it writes nothing, and fails naming each file that is not what it would write.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkPages } from './generate/check-pages.ts';
import { commandsPage } from './generate/commands-page.ts';
import { diagnosticsPage } from './generate/diagnostics-page.ts';
import type { Producer } from './generate/producer.ts';
import { registries } from './generate/registries.ts';

const producers: readonly Producer[] = [registries, checkPages, commandsPage, diagnosticsPage];

/** Runs the producers in order over the checkout at `root`; gives the paths that differed, and writes them if asked to. */
export async function generate(root: string, inOrder: readonly Producer[], write: boolean): Promise<string[]> {
  const differing: string[] = [];
  for (const producer of inOrder) {
    for (const { path, text } of await producer(root)) {
      const file = join(root, path);
      if ((await textOf(file)) === text) continue;
      differing.push(path);
      if (!write) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  return differing;
}

/** The text of a file, or undefined where there is none. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (import.meta.main) {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    process.stderr.write('usage: node scripts/generate.ts [--check]\n');
    process.exit(2);
  }
  const check = option === '--check';
  const differing = await generate(dirname(import.meta.dirname), producers, !check);
  if (!check) for (const path of differing) process.stdout.write(`wrote ${path}\n`);
  else if (differing.length > 0) {
    for (const path of differing) process.stderr.write(`${path} is not up to date\n`);
    process.stderr.write('run: npm run generate\n');
    process.exitCode = 1;
  }
}
