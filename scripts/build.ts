import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import checkout from '../package.json' with { type: 'json' };
import { noChildProcess } from './build/no-child-process.ts';
import { pureExamples } from './build/pure-examples.ts';

/**
 * Packs the program into dist/package: one folder of plain JavaScript without dependencies that runs on Node 20 and newer,
 * with the pages that `explain` prints. Tests and the examples of checks fall away.
 */
const root = dirname(import.meta.dirname);
const target = join(root, 'dist', 'package');

const bundle = await rolldown({
  input: { seawall: join(root, 'src/cli/main.ts') },
  platform: 'node',
  plugins: [noChildProcess(), pureExamples()],
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
  // One file starts faster than a dozen; what a command does not use is parsed only in passing.
  codeSplitting: false,
  minify: true,
});

asciiOnly(join(target, 'lib', 'seawall.js'));

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
cpSync(join(root, 'scripts/package-bin.cjs'), join(target, 'seawall.js'));
mkdirSync(join(target, 'docs'), { recursive: true });
cpSync(join(root, 'docs/checks'), join(target, 'docs/checks'), { recursive: true });
for (const file of ['LICENSE', 'README.md']) cpSync(join(root, file), join(target, file));
cpSync(join(root, 'schema'), join(target, 'schema'), { recursive: true });
