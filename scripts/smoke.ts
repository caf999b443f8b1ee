// Installs the built package as a user would, and scans the example shop with the machine's Node and with this one.
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';

const root = dirname(import.meta.dirname);
const builtPackage = join(root, 'dist', 'package');
const shop = join(root, 'examples', 'shop');

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program in `folder`, for five minutes at most; a program that cannot start or is ended by a signal throws. */
function run(program: string, programArguments: readonly string[], folder: string, caches = cache): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CACHE_HOME: caches, HOME: caches };
    const options = { cwd: folder, env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, programArguments, options, (error, output, errors) => {
      if (error === null) resolve({ exitCode: 0, output, errors });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, output, errors });
      else reject(error);
    });
  });
}

/** The first `node` on the search path that no package brought. */
async function machineNode(): Promise<string> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const folder of folders) {
    if (folder === '' || folder.endsWith(join('node_modules', '.bin'))) continue;
    const program = join(folder, 'node');
    if (await exists(program)) return program;
  }
  throw new Error('no node on the search path but those in node_modules/.bin');
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Packs the built package and installs it into an empty folder under `temporary`; gives the path of its command. */
async function install(temporary: string): Promise<string> {
  const packed = await run('npm', ['pack', builtPackage, '--pack-destination', temporary], temporary);
  if (packed.exitCode !== 0) throw new Error(`npm pack failed:\n${packed.errors}`);
  const archive = (await readdir(temporary)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack made no archive');
  const folder = join(temporary, 'installed');
  await mkdir(folder);
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  const installed = await run('npm', ['install', ...options, join(temporary, archive)], folder);
  if (installed.exitCode !== 0) throw new Error(`npm install failed:\n${installed.errors}`);
  return join(folder, 'node_modules', '.bin', 'seawall');
}

/** What is wrong with a scan of the shop by this Node; nothing when the list is empty. */
async function complaints(node: string, command: string): Promise<string[]> {
  const { exitCode, output, errors } = await run(node, [command, 'scan', relative(root, shop)], root);
  const found: string[] = [];
  if (exitCode !== 0) found.push(`exit code ${exitCode}, not 0`);
  const files = await readdir(shop);
  if (!files.some((file) => output.includes(file))) found.push('the output names no file of the shop');
  if (/^\(node:\d+\) /m.test(errors)) found.push('Node printed a warning');
  return found.length === 0 ? [] : [...found, `standard output:\n${output}`, `standard error:\n${errors}`];
}

/** What is wrong with the compiled code that the program keeps; it must not rest on it. */
async function keepingComplaints(node: string, command: string): Promise<string[]> {
  const folder = join(cache, 'seawall', 'compiled');
  const kept = await readdir(folder).catch(() => []);
  if (kept.length === 0) return ['no compiled code was kept'];
  const found = await complaints(node, command);
  for (const name of kept) {
    const file = join(folder, name);
    if (((await stat(file)).mode & 0o077) !== 0) found.push(`${name} is open to others`);
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, bytes.length / 8, bytes.length / 4));
  }
  found.push(...(await complaints(node, command)));
  for (const name of await readdir(folder)) await writeFile(join(folder, name), 'damaged');
  found.push(...(await complaints(node, command)));
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder');
  found.push(...(await complaints(node, command)));
  await rm(folder);
  // A folder that is not absolute would be one of the tree that is scanned.
  const tree = join(temporary, 'tree');
  await mkdir(tree, { recursive: true });
  for (const caches of ['', 'caches']) {
    const { exitCode } = await run(node, [command, 'scan', shop], tree, caches);
    if (exitCode !== 0) found.push(`exit code ${exitCode}, not 0, with ${JSON.stringify(caches)} as the home folder`);
  }
  for (const name of await readdir(tree)) found.push(`${name} was made in the folder of the run`);
  return found;
}

const temporary = await mkdtemp(join(tmpdir(), 'seawall-smoke-'));
const cache = join(temporary, 'cache');
try {
  const command = await install(temporary);
  for (const node of [await machineNode(), process.execPath]) {
    const version = (await run(node, ['--version'], root)).output.trim();
    const found = [...(await complaints(node, command)), ...(await keepingComplaints(node, command))];
    process.stdout.write(`${found.length === 0 ? 'passed' : 'failed'}: seawall scan on Node ${version}\n`);
    if (found.length === 0) continue;
    process.stderr.write(`${found.join('\n')}\n`);
    process.exitCode = 1;
  }
} finally {
  await rm(temporary, { recursive: true });
}
