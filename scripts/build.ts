import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import checkout from '../package.json' with { type: 'json' };
import { dropExamples } from './build/drop-examples.ts';
import { eagerScan } from './build/eager-scan.ts';
import { noChildProcess } from './build/no-child-process.ts';

/**
 * Packs the program into dist/package: one folder of plain JavaScript without dependencies that runs on Node 20 and newer,
 * with the pages that `explain` prints. Tests and the examples of checks fall away.
 */
const root = dirname(import.meta.dirname);
const target = join(root, 'dist', 'package');

const bundle = await rolldown({
  input: { seawall: join(root, 'src/cli/main.ts') },
  platform: 'node',
  plugins: [noChildProcess(), dropExamples(), eagerScan()],
  treeshake: { moduleSideEffects: [{ test: /src\/cli\/main\.ts$/, sideEffects: true }] },
  transform: { target: 'node20' },
  onLog(level, log, handler) {
    if (level === 'warn') throw new Error(log.message);
    handler(level, log);
  },
});
rmSync(target, { recursive: true, force: true });
await bundle.write({
  dir: join(target, 'lib'),
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  // One file starts faster than a dozen; what a scan does not use stands in files of its own.
  codeSplitting: { groups: [{ name: 'program', tags: ['$initial'] }] },
  minify: true,
});

const digest = createHash('sha256');
for (const name of readdirSync(join(target, 'lib')).toSorted()) {
  const file = join(target, 'lib', name);
  asciiOnly(file);
  digest.update(name).update(readFileSync(file));
}

/** Writes every other character as an escape: one beyond Latin-1 would double what the program takes to load. */
function asciiOnly(file: string): void {
  const escaped = readFileSync(file, 'utf8').replaceAll(/[^\0-\x7f]/g, (text) =>
    Array.from(
      { length: text.length },
      (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  writeFileSync(file, escaped);
}

const { name, version, description, license } = checkout;
const packageJson = {
  name,
  version,
  description,
  license,
  type: 'commonjs',
  bin: { seawall: 'seawall.js' },
  engines: { node: '>=20.16' },
  files: ['lib', 'docs', 'schema', 'seawall.js'],
};
writeFileSync(join(target, 'package.json'), `${JSON.stringify(packageJson, null, 2)}\n`);
const program = readFileSync(join(root, 'scripts/package-bin.cjs'), 'utf8');
writeFileSync(
  join(target, 'seawall.js'),
  program.replace("'digest of the build'", `'${digest.digest('hex').slice(0, 16)}'`),
  { mode: 0o755 },
);
mkdirSync(join(target, 'docs'), { recursive: true });
cpSync(join(root, 'docs/checks'), join(target, 'docs/checks'), { recursive: true });
for (const file of ['LICENSE', 'README.md']) cpSync(join(root, file), join(target, file));
cpSync(join(root, 'schema'), join(target, 'schema'), { recursive: true });
