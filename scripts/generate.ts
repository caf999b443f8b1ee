// Writes every generated file. With --check it writes nothing, and fails naming each file that is not what it would write.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkPages } from './generate/check-pages.ts';
import { commandsPage } from './generate/commands-page.ts';
import { configurationFiles } from './generate/configuration-page.ts';
import { diagnosticsPage } from './generate/diagnostics-page.ts';
import { frameworkPages } from './generate/framework-pages.ts';
import { migrationPages } from './generate/migration-pages.ts';
import type { Producer } from './generate/producer.ts';
import { registries } from './generate/registries.ts';

const producers: readonly Producer[] = [
  registries,
  checkPages,
  commandsPage,
  configurationFiles,
  diagnosticsPage,
  frameworkPages,
  migrationPages,
];

/** Folders in which every file is generated: one that no producer makes any more is taken away. */
const ownedFolders: readonly string[] = ['docs/checks', 'docs/frameworks', 'docs/migration'];

/**
 * Runs the producers in order over the checkout at `root`; gives the paths that differed or should not be there, and mends
 * them if asked to.
 */
export async function generate(root: string, inOrder: readonly Producer[], write: boolean): Promise<string[]> {
  const differing: string[] = [];
  const made = new Set<string>();
  for (const producer of inOrder) {
    for (const { path, text } of await producer(root)) {
      made.add(path);
      const file = join(root, path);
      if ((await textOf(file)) === text) continue;
      differing.push(path);
      if (!write) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  for (const path of await strayFiles(root, made)) {
    differing.push(path);
    if (write) await rm(join(root, path));
  }
  return differing;
}

async function strayFiles(root: string, made: ReadonlySet<string>): Promise<string[]> {
  const stray: string[] = [];
  for (const folder of ownedFolders) {
    if (!existsSync(join(root, folder))) continue;
    const paths = (await readdir(join(root, folder))).map((name) => `${folder}/${name}`);
    stray.push(...paths.filter((path) => !made.has(path)));
  }
  return stray;
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
  if (!check) for (const path of differing) process.stdout.write(`mended ${path}\n`);
  else if (differing.length > 0) {
    for (const path of differing) process.stderr.write(`${path} is not up to date\n`);
    process.stderr.write('run: npm run generate\n');
    process.exitCode = 1;
  }
}
