import { describe, expect, it } from 'vitest';
import { asList, asObject, asString, valueAt } from '../core/json.ts';
import { temporaryTree } from '../sources/files/temporary-tree.ts';
import { run } from './run.ts';
import { surroundingsInMemory } from './surroundings-in-memory.ts';

/** A pod that shares the process IDs of its node and runs privileged. */
function pod(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        privileged: true
`;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A scan with `-o json`, in a folder of the tree. */
async function scanned(
  files: Readonly<Record<string, string>>,
  words: readonly string[],
  folder = '',
  output: readonly string[] = ['-o', 'json'],
): Promise<Run> {
  using tree = temporaryTree({ '.git/': '', ...files });
  const surroundings = surroundingsInMemory({ workingDirectory: tree.path(folder) });
  const code = await run(['scan', ...words, ...output], surroundings);
  const { stdout, stderr, files: written } = surroundings.written;
  return { code, stdout, stderr: stderr.replaceAll(tree.root, ''), files: written };
}

/** `check Kind namespace/name` of each finding, with the reason it is accepted for. */
function findingsIn({ stdout }: Run): string[] {
  return asList(valueAt(JSON.parse(stdout), ['findings'])).map((entry) => {
    const finding = asObject(entry);
    const reason = asString(valueAt(finding, ['accepted', 'reason']));
    const title = `${String(finding['check'])} ${String(valueAt(finding, ['subject', 'name']))}`;
    return reason === undefined ? title : `${title}: ${reason}`;
  });
}

function diagnosticsIn({ stdout }: Run): unknown[] {
  return asList(valueAt(JSON.parse(stdout), ['diagnostics'])).map((entry) => {
    const { code, message, location } = asObject(entry);
    return [code, message, `${String(valueAt(location, ['file']))}:${String(valueAt(location, ['line']))}`];
  });
}

const files = { 'deploy/web.yaml': pod('web'), 'test/probe.yaml': pod('probe') };
const two = 'only: [host-pid, privileged-container]\n';

describe('a scan with a configuration', () => {
  it('scans the inputs of it, from its folder', async () => {
    const config = `${two}inputs: [deploy]\n`;
    const here = await scanned({ ...files, 'seawall.yaml': config }, []);
    expect([here.code, findingsIn(here)]).toEqual([0, ['host-pid web', 'privileged-container web']]);
    expect(findingsIn(await scanned({ ...files, 'seawall.yaml': config }, [], 'test'))).toEqual(findingsIn(here));
    expect(findingsIn(await scanned({ ...files, 'seawall.yaml': config }, ['test']))).toEqual([
      'host-pid probe',
      'privileged-container probe',
    ]);
  });

  it('does not take its file for input', async () => {
    const { stdout } = await scanned({ ...files, 'seawall.yaml': two }, ['.']);
    expect(valueAt(JSON.parse(stdout), ['coverage', 'otherDocuments'])).toBe(0);
  });

  it('wants to know what to scan all the same', async () => {
    expect(await scanned({ ...files, 'seawall.yaml': two }, [])).toMatchObject({
      code: 2,
      stderr: 'seawall: there is nothing to scan\nname files or folders: seawall scan .\n',
    });
  });

  it('reads another one, or none', async () => {
    const tree = { ...files, 'seawall.yaml': 'only: host-ipc', 'other.yaml': 'only: host-pid' };
    expect(findingsIn(await scanned(tree, ['deploy', '--config', 'other.yaml']))).toEqual(['host-pid web']);
    expect(findingsIn(await scanned(tree, ['deploy', '--no-config'])).length).toBeGreaterThan(2);
    expect(findingsIn(await scanned(tree, ['deploy']))).toEqual([]);
  });

  it('tells all of its faults and judges nothing', async () => {
    expect(await scanned({ ...files, 'seawall.yaml': 'fail-no: high\nonly:\n  - host-pdi\n' }, ['.'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'seawall: the configuration has 2 faults\n' +
        'seawall.yaml:1:1: config-unknown-key: there is no key "fail-no" here; did you mean "fail-on"\n' +
        'seawall.yaml:3:5: config-unknown-check: there is no check or area "host-pdi"; did you mean: host-pid\n',
      files: {},
    });
  });

  it('writes its outputs beside it', async () => {
    const tree = { ...files, 'seawall.yaml': `${two}outputs: [json, sarif=seawall.sarif]\n` };
    const { code, stdout, files: written } = await scanned(tree, ['deploy'], '', []);
    expect([code, Object.keys(written).map((path) => path.split('/').at(-1))]).toEqual([0, ['seawall.sarif']]);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'seawall-report/1' });
    expect((await scanned(tree, ['deploy'])).files).toEqual({});
  });

  it('fails as it says, unless the command line says otherwise', async () => {
    const tree = { ...files, 'seawall.yaml': `${two}fail-on: high\nthresholds: {maximum-failed: {high: 3}}\n` };
    expect(await scanned(tree, ['deploy'])).toMatchObject({
      code: 1,
      stderr: 'exit code 1: 2 verdicts failed at high or worse\n',
    });
    expect((await scanned(tree, ['deploy', '--fail-on', 'never'])).code).toBe(0);
    expect(await scanned(tree, ['.', '--fail-on', 'critical'])).toMatchObject({
      code: 1,
      stderr: 'exit code 1: 4 verdicts failed at high, over the threshold of 3\n',
    });
  });

  it('tells the levels of Pod Security whatever outputs it names', async () => {
    const tree = { ...files, 'seawall.yaml': 'outputs: sarif=seawall.sarif\n' };
    const { code, stdout } = await scanned(tree, ['deploy', '--pod-security']);
    expect([code, asList(JSON.parse(stdout)).length]).toEqual([0, 1]);
  });
});

describe('the checks of a scan', () => {
  it('are on, off and as bad as the configuration says', async () => {
    const checks = 'checks: {host-pid: off, privileged-container: {severity: low}}';
    const { stdout } = await scanned({ ...files, 'seawall.yaml': `${two}${checks}\n` }, ['deploy']);
    // What `only` names by its id runs though it is off.
    expect(asList(valueAt(JSON.parse(stdout), ['findings'])).map((finding) => asObject(finding)['severity'])).toEqual([
      'high',
      'low',
    ]);
    const areas = 'checks: {workload: off, host-pid: on}';
    expect(findingsIn(await scanned({ ...files, 'seawall.yaml': areas }, ['deploy', '--only', 'workload']))).toEqual([
      'host-pid web',
    ]);
  });

  it('differ from path to path', async () => {
    const paths = 'paths: [{match: test, checks: {host-pid: off, privileged-container: {severity: low}}}]';
    const made = await scanned({ ...files, 'seawall.yaml': `${two}${paths}\n` }, ['.']);
    expect(findingsIn(made)).toEqual(['host-pid web', 'privileged-container web', 'privileged-container probe']);
    expect(valueAt(JSON.parse(made.stdout), ['severities'])).toEqual({ critical: 0, high: 2, medium: 0, low: 1 });
    expect(valueAt(JSON.parse(made.stdout), ['counts', 'judged'])).toBe(3);
  });

  it('are chosen on the command line', async () => {
    expect(findingsIn(await scanned(files, ['deploy', '--only', 'host-*']))).toEqual(['host-pid web']);
    expect(findingsIn(await scanned(files, ['deploy', '--only', 'host-pid,rbac', '--only', 'privileged-*']))).toEqual([
      'host-pid web',
      'privileged-container web',
    ]);
    const skipped = await scanned(files, ['deploy', '--only=workload', '--skip', 'host-pid']);
    expect(findingsIn(skipped)).toContain('privileged-container web');
    expect(findingsIn(skipped)).not.toContain('host-pid web');
  });

  it.each([
    [['--only', 'host-pdi'], 'there is no check or area "host-pdi"', 'did you mean: host-pid'],
    [['--skip', 'wrokload'], 'there is no check or area "wrokload"', 'did you mean: workload'],
    [['--only', 'zzz-*'], 'no check is as "zzz-*" says', 'see them all: seawall checks'],
    [['--only', 'host-pid', '--skip', 'host-*'], 'no check is left to run', 'see them all: seawall checks'],
    [['--provider', 'awz'], 'there is no provider "awz"', 'did you mean: aws'],
  ])('%j is a usage error', async (words, message, hint) => {
    expect(await scanned(files, ['deploy', ...words])).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: ${message}\n${hint}\n`,
      files: {},
    });
  });
});

describe('the least severity of a scan', () => {
  const tree = { ...files, 'seawall.yaml': `${two}checks: {host-pid: {severity: low}}\n` };

  it('leaves out what is less bad, and says how much', async () => {
    const made = await scanned(tree, ['deploy', '--severity', 'high']);
    expect(findingsIn(made)).toEqual(['privileged-container web']);
    expect(valueAt(JSON.parse(made.stdout), ['leftOut'])).toEqual({ least: 'high', findings: 1 });
    const { stdout } = await scanned(tree, ['deploy', '--severity', 'high'], '', []);
    expect(stdout).toContain('\nnot shown: 1 finding under high\n');
    expect(stdout).not.toContain('process IDs');
  });

  it('does not count it for the exit code', async () => {
    const words = ['deploy', '--fail-on', 'low', '--severity'];
    expect((await scanned(tree, [...words, 'low'])).stderr).toBe('exit code 1: 2 verdicts failed at low or worse\n');
    expect((await scanned(tree, [...words, 'high'])).stderr).toBe('exit code 1: 1 verdict failed at high or worse\n');
    expect((await scanned(tree, [...words, 'critical'])).code).toBe(0);
  });
});

describe('the exceptions of a configuration', () => {
  const exceptions = `${two}exceptions:
  - checks: host-*
    objects: [{kind: Pod, name: we*}]
    reason: it is a debugger
    owner: platform team
  - checks: [privileged-container]
    paths: test/**
    reason: a test
    until: 2026-11-20
`;
  const tree = { ...files, 'seawall.yaml': exceptions };

  it('accept findings, and expire', async () => {
    const made = await scanned(tree, ['.']);
    expect(findingsIn(made)).toEqual([
      'host-pid web: it is a debugger',
      'privileged-container web',
      'host-pid probe',
      'privileged-container probe',
    ]);
    expect(valueAt(JSON.parse(made.stdout), ['findings', 0, 'accepted'])).toEqual({
      reason: 'it is a debugger',
      until: null,
      owner: 'platform team',
      by: 'configuration',
    });
    expect(diagnosticsIn(made)).toEqual([
      ['exception-expired', 'the exception of privileged-container held until 2026-11-20', 'seawall.yaml:7'],
    ]);
  });

  it('are reported where they match nothing in a whole scan', async () => {
    const config = `${two}exceptions:\n  - checks: host-*\n    reason: it is a debugger\n`;
    const mended = { 'deploy/web.yaml': pod('web').replace('hostPID: true', 'hostPID: false'), 'seawall.yaml': config };
    expect(diagnosticsIn(await scanned(mended, ['.']))).toEqual([
      ['exception-unmatched', 'the exception of host-* matches no finding', 'seawall.yaml:3'],
    ]);
    expect(diagnosticsIn(await scanned(mended, ['deploy']))).toEqual([]);
    expect(diagnosticsIn(await scanned(mended, ['.', '--skip', 'privileged-container']))).toEqual([]);
  });
});
