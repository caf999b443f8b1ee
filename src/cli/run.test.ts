import { describe, expect, it } from 'vitest';
import { asObject, valueAt } from '../core/json.ts';
import { type TemporaryTree, temporaryTree } from '../sources/files/temporary-tree.ts';
import type { Surroundings } from './command.ts';
import { run } from './run.ts';
import { type SurroundingsInMemory, surroundingsInMemory } from './surroundings-in-memory.ts';

/** What a command line gives back: exit code, standard output, standard error. */
async function ran(
  words: readonly string[],
  parts: Partial<Surroundings> = {},
): Promise<SurroundingsInMemory['written'] & { readonly code: number }> {
  const surroundings = surroundingsInMemory(parts);
  const code = await run(words, surroundings);
  return { code, ...surroundings.written };
}

const privileged = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        privileged: true
`;
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n';
const mentionsAccount = privileged.replace('spec:\n', 'spec:\n  serviceAccountName: absent\n');

/** A scan in a folder of its own; `-o json` unless the words say otherwise. */
async function scanned(
  files: Parameters<typeof temporaryTree>[0],
  words: readonly string[],
  parts: (tree: TemporaryTree) => Partial<Surroundings> = () => ({}),
): Promise<Awaited<ReturnType<typeof ran>>> {
  using tree = temporaryTree(files);
  return await ran(['scan', ...words], { workingDirectory: tree.root, ...parts(tree) });
}

describe('the program', () => {
  it.each([['--version'], ['-V']])('tells its version with %s', async (word) => {
    expect(await ran([word])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '', files: {} });
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])('shows its commands with %j', async (words) => {
    const { code, stdout, stderr } = await ran(words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: seawall <command> [options]\n');
    expect(stdout).toMatch(/^ {2}scan +judge manifests: what is wrong, where, and how to mend it$/m);
    expect(stdout.endsWith('\n')).toBe(true);
  });

  it.each([
    ['scna', 'there is no command "scna"', 'did you mean: seawall scan'],
    ['deploy', 'there is no command "deploy"', 'run: seawall --help'],
    ['constructor', 'there is no command "constructor"', 'run: seawall --help'],
    ['--all', 'there is no option "--all"', 'run: seawall --help'],
  ])('does not know %s', async (word, message, hint) => {
    expect(await ran([word, 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: ${message}\n${hint}\n`,
      files: {},
    });
  });
});

describe('a command', () => {
  it.each([[['scan', '--help']], [['scan', '-h']], [['help', 'scan']]])('shows its help with %j', async (words) => {
    const { code, stdout, stderr } = await ran(words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: seawall scan [options] [path...]\n');
    expect(stdout).toContain('-o, --output <format[=file]>');
    expect(stdout).toContain('--complete[=kinds@namespace]');
    expect(stdout).toContain('--color <when>');
    expect(stdout).toContain('\nExamples:\n  seawall scan examples/shop\n      judge every manifest of a folder\n');
  });

  it.each([
    [['scan', '--fail-no', 'high', '.'], "unknown option '--fail-no'\n(Did you mean --fail-on?)"],
    [['scan', '-x', '.'], "unknown option '-x'"],
    [['scan', '-o'], "option '-o, --output <format[=file]>' argument missing"],
    [
      ['scan', '--fail-on', 'hihg', '.'],
      "option '--fail-on <severity>' argument 'hihg' is invalid. Allowed choices are critical, high, medium, low, never.",
    ],
    [
      ['scan', '--color=blue', '.'],
      "option '--color <when>' argument 'blue' is invalid. Allowed choices are auto, always, never.",
    ],
    [['explain'], "missing required argument 'check'"],
    [['explain', 'a', 'b'], 'too many arguments. Expected 1 argument but got 2: a, b.'],
  ])('refuses %j', async (words, message) => {
    expect(await ran(words)).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: ${message}\nrun: seawall ${words[0]} --help\n`,
      files: {},
    });
  });

  it.each([
    [['scan'], 'there is nothing to scan', 'name files or folders: seawall scan .'],
    [['scan', '-o', 'jsno', '.'], 'there is no output format "jsno"', 'did you mean: json'],
    [
      ['scan', '-o', 'json', '-o', 'sarif', '.'],
      'two outputs go to the standard output',
      'write: -o pretty -o sarif=report.sarif',
    ],
    [['scan', '-o', 'json=a', '-o', 'sarif=./a', '.'], 'two outputs go to a', 'write: -o pretty -o sarif=report.sarif'],
    [
      ['scan', '--complete=pods', '.'],
      '--complete=pods: "pods" is no kind',
      'write it as in manifests: --complete=NetworkPolicy,ServiceAccount@shop',
    ],
    [['scan', '--kubernetes-version', 'new', '.'], '"new" is no Kubernetes version', 'write it like 1.34'],
    [
      ['explain', 'privileged-contaner'],
      'there is no check "privileged-contaner"',
      'did you mean: seawall explain privileged-container',
    ],
  ])('refuses %j with a hint', async (words, message, hint) => {
    expect(await ran(words)).toEqual({ code: 2, stdout: '', stderr: `seawall: ${message}\n${hint}\n`, files: {} });
  });

  it('lists checks and frameworks', async () => {
    const checks = await ran(['checks', '-o', 'json']);
    expect([checks.code, checks.stderr]).toEqual([0, '']);
    expect(JSON.parse(checks.stdout)).toContainEqual(expect.objectContaining({ id: 'privileged-container' }));
    const frameworks = await ran(['frameworks']);
    expect(frameworks.stdout).toMatch(/^FRAMEWORK +CONTROLS +CHECKS +TITLE\n/);
  });
});

describe('the exit code of a scan', () => {
  it('is 0 until asked to fail', async () => {
    expect(await scanned({ 'a.yaml': privileged }, ['.'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is 1 with the reason where a check fails badly enough', async () => {
    const { code, stderr } = await scanned({ 'a.yaml': privileged }, ['--fail-on', 'high', '.']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^exit code 1: \d+ verdicts? failed at high or worse\n$/);
    expect(await scanned({ 'a.yaml': privileged }, ['--fail-on', 'critical', '.'])).toMatchObject({ code: 0 });
    expect(await scanned({ 'a.yaml': privileged }, ['--fail-on=never', '.'])).toMatchObject({ code: 0 });
  });

  it('is 1 for unknown verdicts on demand', async () => {
    const { code, stderr } = await scanned({ 'a.yaml': mentionsAccount }, ['--fail-on-unknown', '.']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^exit code 1: \d+ verdicts? unknown\n$/);
    expect(await scanned({ 'a.yaml': 'just: data\n' }, ['--fail-on-unknown', '.'])).toMatchObject({ code: 0 });
  });

  it('is 3 where something could not be read, unless that is tolerated', async () => {
    const files = { 'a.yaml': privileged, 'b.yaml': 'kind: [' };
    const incomplete = 'the scan is not complete: 1 error in the input (--tolerant lets them pass)';
    expect(await scanned(files, ['.'])).toMatchObject({ code: 3, stderr: `exit code 3: ${incomplete}\n` });
    expect(await scanned(files, ['--tolerant', '.'])).toMatchObject({ code: 0, stderr: '' });
    expect((await scanned(files, ['--tolerant', '--fail-on', 'high', '.'])).code).toBe(1);
    const both = await scanned(files, ['--fail-on', 'high', '.']);
    expect(both.code).toBe(3);
    expect(both.stderr).toMatch(
      new RegExp(`^exit code 3: ${incomplete.replace(/[()]/g, '\\$&')}; also \\d+ verdicts? failed`),
    );
  });

  it('is 3 where a path does not exist', async () => {
    expect((await scanned({}, ['absent.yaml'])).code).toBe(3);
  });
});

describe('the outputs of a scan', () => {
  it('go to files from the working directory, and to the standard output', async () => {
    using tree = temporaryTree({ 'a.yaml': privileged });
    const { code, stdout, files } = await ran(
      ['scan', 'a.yaml', '-o', 'json', '-o', 'sarif=out/a.sarif', '--output=pretty=report.txt'],
      { workingDirectory: tree.root },
    );
    expect(code).toBe(0);
    expect(Object.keys(files)).toEqual([tree.path('out/a.sarif'), tree.path('report.txt')]);
    expect(valueAt(JSON.parse(stdout), ['tool'])).toMatchObject({ name: 'seawall', version: '1.2.3' });
    expect(valueAt(JSON.parse(files[tree.path('out/a.sarif')] ?? ''), ['version'])).toBe('2.1.0');
    expect(files[tree.path('report.txt')]).toContain('Pod shop/web');
  });

  it('that cannot be written are an error of usage, before the scan and behind it', async () => {
    const words = ['.', '-o', 'json=out/a.json'];
    expect(await scanned({ 'a.yaml': privileged }, words, () => ({ whyUnwritable: () => 'it is a folder' }))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'seawall: out/a.json cannot be written: it is a folder\nname a file in a folder that exists\n',
      files: {},
    });
    const { code, stderr } = await scanned({ 'a.yaml': privileged }, words, () => ({
      writeFile() {
        throw new Error('ENOSPC: no space left on device');
      },
    }));
    expect([code, stderr]).toEqual([
      2,
      'seawall: cannot write the output: ENOSPC: no space left on device\n' +
        'name a file in a folder that exists: -o json=FILE\n',
    ]);
  });

  it('are colored on demand', async () => {
    const plain = await scanned({ 'a.yaml': privileged }, ['.']);
    const colored = await scanned({ 'a.yaml': privileged }, ['--color', 'always', '.']);
    expect(plain.stdout).not.toContain('\u001b[');
    expect(colored.stdout).toContain('\u001b[');
    const never = await scanned({ 'a.yaml': privileged }, ['--color=never', '.'], () => ({
      environment: { FORCE_COLOR: '1' },
    }));
    expect(never.stdout).toBe(plain.stdout);
  });

  it('carry the date of the scan', async () => {
    const { stdout } = await scanned({ 'a.yaml': privileged }, ['.', '-o', 'json']);
    expect(JSON.stringify(asObject(JSON.parse(stdout)))).toContain('2026-11-21');
  });
});

describe('an option that may stand without a value', () => {
  it('does not swallow a path', async () => {
    const { code, stdout } = await scanned({ 'a.yaml': mentionsAccount }, ['--complete', 'a.yaml', '-o', 'json']);
    expect(code).toBe(0);
    expect(stdout).toContain('which does not exist in \\"shop\\"');
  });

  it('takes a value behind an equals sign, again and again', async () => {
    const files = { 'a.yaml': mentionsAccount };
    const missing = 'which does not exist in \\"shop\\"';
    const two = ['--complete=Secret', '--complete=ServiceAccount@shop'];
    expect((await scanned(files, [...two, '.', '-o', 'json'])).stdout).toContain(missing);
    expect((await scanned(files, ['--complete=ServiceAccount@other', '.', '-o', 'json'])).stdout).not.toContain(
      missing,
    );
  });

  it('is a path behind two dashes', async () => {
    const { code, stdout } = await scanned({ '--complete': '', 'a.yaml': account }, [
      '-o',
      'json',
      '--',
      'a.yaml',
      '--complete',
    ]);
    expect(code).toBe(0);
    expect(valueAt(JSON.parse(stdout), ['inputs'])).toEqual(['a.yaml', '--complete']);
  });
});

describe('the standard input of a scan', () => {
  it('is read under the name that it is given', async () => {
    const { code, stdout } = await scanned(
      {},
      ['-', '--stdin-filename', 'piped.yaml', '--namespace', 'garden'],
      () => ({
        readStandardInput: () => privileged.replace('  namespace: shop\n', ''),
      }),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('piped.yaml');
    expect(stdout).toContain('Pod garden/web');
  });
});
