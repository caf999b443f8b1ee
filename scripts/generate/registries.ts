import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type GeneratedFile, generatedNotice } from './producer.ts';

/** A module of a plug-in folder: its path from that folder, with forward slashes, and its source. */
export interface ListedModule {
  readonly path: string;
  readonly source: string;
}

interface Registry {
  readonly folder: string;
  /** Which files of the folder may be plug-ins, as a glob from the folder. */
  readonly files: string;
  readonly render: (listing: readonly ListedModule[]) => string;
}

const registryName = 'registry.generated.ts';

/** Modules with a default export that are no plug-ins all the same, as paths from the root of the checkout. */
const notPlugIns: ReadonlySet<string> = new Set();

const registryList: readonly Registry[] = [
  { folder: 'src/checks', files: '*/*.ts', render: checkRegistry },
  { folder: 'src/frameworks', files: '*.ts', render: (listing) => eagerRegistry('frameworks', listing) },
  { folder: 'src/migration/peers', files: '*.ts', render: (listing) => eagerRegistry('peers', listing) },
  { folder: 'src/outputs', files: '*.ts', render: (listing) => lazyRegistry('outputs', listing) },
  { folder: 'src/cli/commands', files: '*.ts', render: (listing) => lazyRegistry('commands', listing) },
];

/** The registry of each plug-in folder that exists in the checkout at `root`. */
export async function registries(root: string): Promise<GeneratedFile[]> {
  const present = registryList.filter((registry) => existsSync(join(root, registry.folder)));
  return Promise.all(
    present.map(async ({ folder, files, render }) => ({
      path: `${folder}/${registryName}`,
      text: render(await listModules(root, folder, files)),
    })),
  );
}

/**
 * The registry of checks, with the area of each: every module listed is one.
 * @throws Error naming each module without a default export, or two modules of one name.
 */
export function checkRegistry(listing: readonly ListedModule[]): string {
  const without = listing.filter((module) => !hasDefaultExport(module.source));
  if (without.length > 0)
    throw new Error(`checks without a default export: ${without.map((module) => module.path).join(', ')}`);
  const areas = plugInPaths(listing)
    .map((path) => `  '${posix.basename(path, '.ts')}': '${posix.dirname(path)}',\n`)
    .join('');
  return `${eagerRegistry('checks', listing)}
/** The area of each check: the folder it stands in. */
export const areas: Readonly<Record<string, string>> = {
${areas}};
`;
}

/**
 * A module that imports every plug-in listed and exports them as one array, sorted by path.
 * @throws Error when two plug-ins have the same file name.
 */
export function eagerRegistry(name: string, listing: readonly ListedModule[]): string {
  const plugIns = plugInPaths(listing).map((path) => ({ path, identifier: identifierOf(path) }));
  const paths = new Map<string, string>();
  for (const { path, identifier } of plugIns) {
    const other = paths.get(identifier);
    if (other !== undefined) throw new Error(`${other} and ${path} would both be imported as ${identifier}`);
    paths.set(identifier, path);
  }
  const imports = plugIns.map(({ path, identifier }) => `import ${identifier} from './${path}';\n`).join('');
  const identifiers = plugIns.map(({ identifier }) => identifier);
  return `${generatedNotice}${imports}\n${arrayStatement(name, identifiers)}`;
}

/** A module that exports one object: for each plug-in listed, by its file name, a function that loads it. */
export function lazyRegistry(name: string, listing: readonly ListedModule[]): string {
  const entries = plugInPaths(listing).map((path) => {
    const key = posix.basename(path, '.ts');
    return `  ${/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`}: () => import('./${path}'),\n`;
  });
  const object = entries.length === 0 ? '{}' : `{\n${entries.join('')}}`;
  return `${generatedNotice}\nexport const ${name} = ${object} as const;\n`;
}

/** The array as the formatter would print it: on one line where it fits, else an element a line. */
function arrayStatement(name: string, elements: readonly string[]): string {
  const line = `export const ${name} = [${elements.join(', ')}];`;
  if (line.length <= 120) return `${line}\n`;
  return `export const ${name} = [\n${elements.map((element) => `  ${element},\n`).join('')}];\n`;
}

/** `area/host-pid.ts` is imported as `hostPid`. */
function identifierOf(path: string): string {
  return posix.basename(path, '.ts').replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase());
}

function plugInPaths(listing: readonly ListedModule[]): string[] {
  return listing
    .filter((module) => hasDefaultExport(module.source))
    .map((module) => module.path)
    .toSorted();
}

function hasDefaultExport(source: string): boolean {
  return /^export default\b/m.test(source);
}

async function listModules(root: string, folder: string, files: string): Promise<ListedModule[]> {
  const listing: ListedModule[] = [];
  for await (const found of glob(files, { cwd: join(root, folder) })) {
    const path = found.replaceAll('\\', '/');
    if (/\.(test|generated|d)\.ts$/.test(path) || notPlugIns.has(`${folder}/${path}`)) continue;
    listing.push({ path, source: await readFile(join(root, folder, found), 'utf8') });
  }
  return listing;
}
