import { glob, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registries } from '../scripts/generate/registries.ts';

const root = dirname(import.meta.dirname);

/** The folders of src, lowest first. A folder imports from itself and from the layers below its own. */
const layers = [
  ['core'],
  ['text'],
  ['kubernetes', 'infrastructure'],
  ['migration'],
  ['sources', 'checks', 'frameworks', 'graph', 'outputs'],
  ['fix', 'admission', 'node', 'probe', 'images', 'runtime', 'hub'],
  ['cli'],
  // Holds the checks to what is asked of them; above all others, so that tests alone can import it.
  ['check-tester'],
];
const layerOf = new Map(layers.flatMap((folders, layer) => folders.map((folder) => [folder, layer] as const)));

const plugInFolders = [
  'src/checks/',
  'src/outputs/',
  'src/frameworks/',
  'src/migration/peers/',
  'src/cli/commands/',
  'src/sources/',
];

interface Import {
  /** What is imported: a path from the root of the checkout, or the name of a module that is not a file here. */
  readonly target: string;
  readonly isFile: boolean;
  readonly typesOnly: boolean;
}

function importsOf(path: string, source: string): Import[] {
  const declared = source.matchAll(
    /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'"`;=()]+?\sfrom\s*)?(['"])([^'"\n]+)\2/gm,
  );
  const called = source.matchAll(/\bimport\(\s*(['"`])([^'"`\n]+)\1/g);
  return [
    ...[...declared].map((match) => importOf(path, match[3] ?? '', match[1] !== undefined)),
    ...[...called].map((match) => importOf(path, match[2] ?? '', false)),
  ];
}

function importOf(path: string, specifier: string, typesOnly: boolean): Import {
  const isFile = specifier.startsWith('.');
  return { target: isFile ? posix.join(posix.dirname(path), specifier) : specifier, isFile, typesOnly };
}

/** Whether the arrows let the file at `path` import this. Tests may import anything. */
function isAllowed(path: string, { target, isFile, typesOnly }: Import): boolean {
  if (path.endsWith('.test.ts')) return true;
  const [, folder = '', subfolder = ''] = path.split('/');
  if (!isFile) return folder !== 'core' && folder !== 'checks';
  const [targetTop, targetFolder = '', targetSubfolder = ''] = target.split('/');
  if (targetTop !== 'src') return target === 'package.json' && folder === 'cli';
  if (targetFolder !== folder) {
    const isBelow = (layerOf.get(targetFolder) ?? Infinity) < (layerOf.get(folder) ?? -Infinity);
    return isBelow && (folder !== 'checks' || targetFolder !== 'text' || typesOnly);
  }
  if (path.endsWith('.generated.ts')) return true;
  if (folder === 'checks') return false;
  const areInFolders = path.split('/').length > 3 && target.split('/').length > 3;
  return folder !== 'sources' || !areInFolders || subfolder === targetSubfolder;
}

/** A line for each import that the arrows forbid. */
function violationsOf(path: string, source: string): string[] {
  return importsOf(path, source)
    .filter((imported) => !isAllowed(path, imported))
    .map(({ target }) => `${path} → ${target}`);
}

function isInPlugInFolder(path: string): boolean {
  return plugInFolders.some((folder) => path.startsWith(folder));
}

function hasDefaultExport(source: string): boolean {
  return /^export (?:default\b|\{[^}]*\bas default\b)/m.test(source);
}

async function readSources(): Promise<{ path: string; source: string }[]> {
  const read = [];
  for await (const found of glob('src/**/*.ts', { cwd: root })) {
    read.push({ path: found.replaceAll('\\', '/'), source: await readFile(join(root, found), 'utf8') });
  }
  return read.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const sources = await readSources();

describe('the source tree', () => {
  it('imports downward only', () => {
    expect(sources.flatMap(({ path, source }) => violationsOf(path, source))).toEqual([]);
  });

  it('has no folder outside the layers', () => {
    const folders = sources
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .map(({ path }) => path.split('/')[1] ?? '');
    expect([...new Set(folders)].filter((folder) => !layerOf.has(folder))).toEqual([]);
  });

  it('has default exports in plug-in folders only', () => {
    const found = sources.filter(({ path, source }) => hasDefaultExport(source) && !isInPlugInFolder(path));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('has the registries that its folders call for', async () => {
    const expected = (await registries(root)).map(({ path, text }) => ({ path, source: text }));
    const found = sources.filter(({ path }) => path.endsWith('/registry.generated.ts'));
    expect(found).toEqual(expected.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  });
});

describe('the rules of the arrows', () => {
  it.each([
    ['src/core/engine.ts', './check.ts'],
    ['src/text/yaml/read.ts', 'js-yaml'],
    ['src/text/yaml/read.ts', '../../core/check.ts'],
    ['src/kubernetes/workload.ts', '../text/document.ts'],
    ['src/checks/registry.generated.ts', './pods/host-pid.ts'],
    ['src/checks/pods/host-pid.ts', '../../kubernetes/workload.ts'],
    ['src/checks/pods/host-pid.test.ts', '../../cli/main.ts'],
    ['src/checks/pods/host-pid.test.ts', 'node:fs'],
    ['src/sources/files/read.ts', './walk.ts'],
    ['src/sources/registry.generated.ts', './files/source.ts'],
    ['src/fix/prove.ts', '../checks/registry.generated.ts'],
    ['src/cli/commands/scan.ts', '../../fix/prove.ts'],
    ['src/cli/version.ts', '../../package.json'],
    ['src/check-tester/fix-faults.ts', '../fix/text-edits.ts'],
    ['src/checks/checks.test.ts', '../check-tester/check-tester.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(violationsOf(path, `import { a } from '${specifier}';`)).toEqual([]);
  });

  it.each([
    ['src/core/engine.ts', '../text/document.ts', 'src/text/document.ts'],
    ['src/core/engine.ts', 'node:fs', 'node:fs'],
    ['src/core/engine.ts', 'semver', 'semver'],
    ['src/core/engine.ts', '../../package.json', 'package.json'],
    ['src/text/document.ts', '../kubernetes/workload.ts', 'src/kubernetes/workload.ts'],
    ['src/kubernetes/workload.ts', '../infrastructure/block.ts', 'src/infrastructure/block.ts'],
    ['src/outputs/json.ts', '../checks/registry.generated.ts', 'src/checks/registry.generated.ts'],
    ['src/graph/search.ts', '../fix/prove.ts', 'src/fix/prove.ts'],
    ['src/hub/server.ts', '../images/layers.ts', 'src/images/layers.ts'],
    ['src/fix/prove.ts', '../cli/main.ts', 'src/cli/main.ts'],
    ['src/fix/prove.ts', '../../scripts/generate.ts', 'scripts/generate.ts'],
    ['src/fix/prove.ts', '../elsewhere/thing.ts', 'src/elsewhere/thing.ts'],
    ['src/elsewhere/thing.ts', '../core/check.ts', 'src/core/check.ts'],
    ['src/checks/pods/host-pid.ts', './host-ipc.ts', 'src/checks/pods/host-ipc.ts'],
    ['src/checks/pods/host-pid.ts', '../rbac/wildcard.ts', 'src/checks/rbac/wildcard.ts'],
    ['src/checks/pods/host-pid.ts', '../../text/document.ts', 'src/text/document.ts'],
    ['src/checks/pods/host-pid.ts', '../../graph/search.ts', 'src/graph/search.ts'],
    ['src/checks/pods/host-pid.ts', 'node:path', 'node:path'],
    ['src/sources/files/read.ts', '../helm/render.ts', 'src/sources/helm/render.ts'],
    ['src/checks/registry.generated.ts', '../cli/main.ts', 'src/cli/main.ts'],
    ['src/fix/prove.ts', '../check-tester/example.ts', 'src/check-tester/example.ts'],
    ['src/cli/main.ts', '../check-tester/check-tester.ts', 'src/check-tester/check-tester.ts'],
  ])('%s may not import %s', (path, specifier, target) => {
    expect(violationsOf(path, `import { a } from '${specifier}';`)).toEqual([`${path} → ${target}`]);
  });

  it('lets a check import types of text', () => {
    expect(violationsOf('src/checks/pods/a.ts', "import type { Range } from '../../text/document.ts';")).toEqual([]);
  });

  it.each([
    "import '../cli/main.ts';",
    "import main from '../cli/main.ts';",
    "import type { Main } from '../cli/main.ts';",
    "import main, { type Main } from '../cli/main.ts';",
    "import * as main from '../cli/main.ts';",
    "import {\n  first, // why\n  second,\n} from '../cli/main.ts';",
    "export * from '../cli/main.ts';",
    "export type { Main } from '../cli/main.ts';",
    "const main = await import('../cli/main.ts');",
    "type Main = typeof import('../cli/main.ts');",
    'const main = import(`../cli/main.ts`);',
  ])('sees the import in %j', (source) => {
    expect(violationsOf('src/core/engine.ts', source)).toEqual(['src/core/engine.ts → src/cli/main.ts']);
  });

  it('takes no export for an import', () => {
    const source =
      "export interface A {\n  from: 'b';\n}\nexport const c = Array.from('d');\nexport type E = 'from';\n";
    expect(violationsOf('src/core/engine.ts', source)).toEqual([]);
  });

  it('knows both ways to export a default', () => {
    expect(hasDefaultExport('export default 1;')).toBe(true);
    expect(hasDefaultExport('export { a, b as default };')).toBe(true);
    expect(hasDefaultExport('export const text = `\n  export default 1`;')).toBe(false);
  });
});
