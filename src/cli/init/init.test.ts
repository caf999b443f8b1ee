import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type TemporaryTree, temporaryTree } from '../../sources/files/temporary-tree.ts';
import { run } from '../run.ts';
import { surroundingsInMemory } from '../surroundings-in-memory.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        privileged: true
`;

/** Runs a command line in a folder; files are written for good. */
async function ran(tree: TemporaryTree, words: readonly string[], folder = '') {
  const surroundings = surroundingsInMemory({ workingDirectory: tree.path(folder), writeFile: writeFileSync });
  const code = await run(words, surroundings);
  const { stdout, stderr } = surroundings.written;
  return { code, stdout: stdout.replaceAll(tree.root, ''), stderr: stderr.replaceAll(tree.root, '') };
}

/** What `init --dry-run` writes. */
async function configOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  using tree = temporaryTree({ '.git/': '', ...files });
  const { code, stdout } = await ran(tree, ['init', '--dry-run']);
  expect(code).toBe(0);
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
}

describe('init', () => {
  it('writes a configuration at the root of the repository and says what is next', async () => {
    using tree = temporaryTree({ '.git/': '', 'deploy/a.yaml': pod, 'apps/': '' });
    expect(await ran(tree, ['init'], 'apps')).toEqual({
      code: 0,
      stdout: 'wrote /seawall.yaml\nNext: seawall scan\n',
      stderr: '',
    });
    const { code, stderr } = await ran(tree, ['scan'], 'apps');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^exit code 1: \d+ verdicts failed at high or worse\n$/);
  });

  it('overwrites nothing unless it is forced to', async () => {
    using tree = temporaryTree({ '.git/': '', 'deploy/a.yaml': pod, 'seawall.yml': 'namespace: mine\n' });
    const hint = 'overwrite it: seawall init --force; add a baseline to it: seawall init --baseline';
    expect(await ran(tree, ['init'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: seawall.yml exists\n${hint}\n`,
    });
    expect((await ran(tree, ['init', '--dry-run'])).stdout).toContain('\ninputs:\n  - deploy # 1 file\n');
    expect(await ran(tree, ['init', '--force'])).toMatchObject({
      code: 0,
      stdout: 'wrote seawall.yml\nNext: seawall scan\n',
    });
  });

  it('does not write where a link leads', async () => {
    using outside = temporaryTree({});
    using tree = temporaryTree({ '.git/': '', 'seawall.yaml': `-> ${outside.path('new.yaml')}` });
    expect(await ran(tree, ['init', '--force'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'seawall: seawall.yaml is a link\nwrite the file that it leads to\n',
    });
  });

  it('says what to run in the CI that it finds', async () => {
    using tree = temporaryTree({ '.git/': '', 'a.yaml': pod, '.gitlab-ci.yml': 'test: {script: make}\n' });
    expect((await ran(tree, ['init'])).stdout).toBe(
      'wrote seawall.yaml\nNext: seawall scan\nIn .gitlab-ci.yml: seawall scan -o pretty -o sarif=seawall.sarif\n',
    );
  });

  it('says so where all the findings would be too much', async () => {
    using tree = temporaryTree({
      '.git/': '',
      'a.yaml': pod,
      'seawall.yaml': `only: host-pid\n${'#'.repeat(1_048_500)}\n`,
    });
    expect(await ran(tree, ['init', '--baseline'])).toMatchObject({
      code: 2,
      stderr: 'seawall: a configuration with all the findings is too large\nturn checks off, or mend some first\n',
    });
  });

  it('wants no last day without a baseline', async () => {
    using tree = temporaryTree({ '.git/': '' });
    expect(await ran(tree, ['init', '--until', '2030-06-30'])).toMatchObject({
      code: 2,
      stderr: 'seawall: --until is the last day of a baseline\nwrite: seawall init --baseline --until 2030-06-30\n',
    });
  });

  it('finds the folders of manifests', async () => {
    expect(
      await configOf({
        'src/app/k8s/base/a.yaml': pod,
        'src/app/k8s/b.json': '{"apiVersion": "v1", "kind": "List"}',
        'ops/a.yml': pod,
        'x/values.yaml': 'a: b',
      }),
    ).toEqual(['inputs:', '  - ops # 1 file', '  - src/app/k8s # 2 files', 'fail-on: high']);
    expect(await configOf({ 'a.yaml': pod, 'deploy/a.yaml': pod })).toEqual([
      'inputs:',
      '  - . # 2 files',
      'fail-on: high',
    ]);
    expect(await configOf({ 'on: #1/a.yaml': pod })).toEqual(['inputs:', '  - "on: #1" # 1 file', 'fail-on: high']);
    expect(await configOf({ '.gitignore': 'made', 'made/a.yaml': pod })).toEqual(['fail-on: high']);
  });

  it('tells of charts and kustomizations, and of no input', async () => {
    using tree = temporaryTree({ '.git/': '', 'charts/a/Chart.yaml': '', 'base/kustomization.yaml': '' });
    const { stdout } = await ran(tree, ['init', '--dry-run']);
    expect(stdout).toContain('# 1 chart, to be rendered and scanned from the standard input: charts/a\n');
    expect(stdout).toContain(
      '# 1 kustomization, to be rendered and scanned from the standard input: base/kustomization.yaml\n',
    );
    expect((await ran(tree, ['init'])).stdout).toBe(
      'wrote seawall.yaml\nNext: name what to scan in it, under inputs; then: seawall scan\n',
    );
  });

  it.each([
    [
      { '.github/workflows/ci.yml': 'image: kindest/node:v1.33.2' },
      "kubernetes-version: '1.33' # as in .github/workflows/ci.yml",
    ],
    [{ '.gitlab-ci.yml': 'image: rancher/k3s:v1.32.1-k3s1' }, "kubernetes-version: '1.32' # as in .gitlab-ci.yml"],
    [{ 'kind.yaml': 'nodes: [{image: "kindest/node:v1.30.0"}]' }, "kubernetes-version: '1.30' # as in kind.yaml"],
    [{ '.tool-versions': 'nodejs 24.1.0\nkubectl 1.31.4\n' }, "kubernetes-version: '1.31' # as in .tool-versions"],
    [{ 'chart/Chart.yaml': 'kubeVersion: ">=1.29.0"\n' }, "kubernetes-version: '1.29' # as in chart/Chart.yaml"],
    [
      { '.tool-versions': 'kubectl 1.30.4', 'kind.yaml': 'kindest/node:v1.34.0' },
      "kubernetes-version: '1.34' # as in kind.yaml",
    ],
  ])('takes the version of Kubernetes from %j', async (files, line) => {
    expect(await configOf({ 'deploy/a.yaml': pod, ...files })).toContain(line);
  });

  it('follows no link for it', async () => {
    expect(await configOf({ '.tool-versions': '-> /dev/zero', 'kind.yaml': '-> /dev/zero' })).toEqual([
      'fail-on: high',
    ]);
  });

  it('only mentions a version that is newer than any known', async () => {
    using tree = temporaryTree({ '.git/': '', '.tool-versions': 'kubectl 1.99.0' });
    expect((await ran(tree, ['init', '--dry-run'])).stdout).toContain(
      "\n# kubernetes-version: '1.99' # as in .tool-versions\n",
    );
  });

  it('writes nothing that a hostile name could break out of', async () => {
    using tree = temporaryTree({ '.git/': '', 'a\nfail-on: never\n/a.yaml': pod, 'c\nb/Chart.yaml': '' });
    await ran(tree, ['init']);
    expect((await ran(tree, ['scan'])).code).toBe(1);
  });
});

describe('init --baseline', () => {
  it('accepts what is found today, and nothing that is new', async () => {
    using tree = temporaryTree({ '.git/': '', 'deploy/a.yaml': pod });
    const { code, stdout } = await ran(tree, ['init', '--baseline']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^wrote seawall\.yaml\n\d+ findings are accepted until 2027-02-19\nNext: seawall scan\n$/),
    ]);
    expect(await ran(tree, ['scan', '--fail-on', 'low', '-q'])).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(tree.path('deploy/b.yaml'), pod.replace('name: web', 'name: new'));
    expect((await ran(tree, ['scan', '--fail-on', 'low'])).stderr).toMatch(/^exit code 1: /);
  });

  it('writes a line for each finding, below what the file holds', async () => {
    using tree = temporaryTree({
      '.git/': '',
      'seawall.yaml': 'inputs: deploy\nonly: [host-pid, privileged-container]\n# the end\n',
      'deploy/a.yaml': pod,
    });
    const { stdout } = await ran(tree, ['init', '--baseline', '--until', '2026-12-24', '--dry-run']);
    expect(stdout.replaceAll(/[0-9a-f]{16}/g, 'FINGERPRINT')).toBe(`inputs: deploy
only: [host-pid, privileged-container]
# the end
exceptions:
  - reason: recorded by seawall init --baseline on 2026-11-21
    until: 2026-12-24
    fingerprints:
      - FINGERPRINT # high host-pid Pod shop/web
      - FINGERPRINT # high privileged-container Pod shop/web
`);
  });

  it('adds to exceptions, and takes the place of an older baseline only by force', async () => {
    const config = `only: [host-pid, privileged-container]
exceptions:
  # A debugger.
  - checks: host-pid
    reason: it is a debugger
namespace: shop # the end
`;
    using tree = temporaryTree({ '.git/': '', 'seawall.yaml': config, 'deploy/a.yaml': pod });
    expect((await ran(tree, ['init', '--baseline'])).stdout).toContain('\n1 finding is accepted until 2027-02-19\n');
    const again = await ran(tree, ['init', '--baseline']);
    expect(again).toMatchObject({
      code: 2,
      stderr: 'seawall: seawall.yaml holds a baseline\nrecord it anew: seawall init --baseline --force\n',
    });
    writeFileSync(tree.path('deploy/b.yaml'), pod.replace('name: web', 'name: new'));
    expect((await ran(tree, ['scan', '.', '--fail-on', 'low'])).code).toBe(1);
    expect((await ran(tree, ['init', '--baseline', '--force'])).stdout).toContain('\n2 findings are accepted until');
    expect((await ran(tree, ['scan', '.', '--fail-on', 'low'])).code).toBe(0);
    const { stdout } = await ran(tree, ['init', '--baseline', '--dry-run']);
    expect(stdout.startsWith(config.slice(0, config.indexOf('namespace')))).toBe(true);
    expect(stdout.endsWith('namespace: shop # the end\n')).toBe(true);
    expect(stdout.match(/recorded by/g)).toHaveLength(1);
  });

  it('records what is less bad than the least severity, too', async () => {
    const config = 'severity: high\nonly: [host-pid]\nchecks: {host-pid: {severity: low}}\n';
    using tree = temporaryTree({ '.git/': '', 'seawall.yaml': config, 'a.yaml': pod });
    expect((await ran(tree, ['init', '--baseline'])).stdout).toContain('\n1 finding is accepted until');
  });

  it('says so where there is nothing to record', async () => {
    const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n';
    using tree = temporaryTree({ '.git/': '', 'a.yaml': account, 'seawall.yaml': 'only: host-pid\n' });
    expect((await ran(tree, ['init', '--baseline'])).stdout).toBe(
      'wrote seawall.yaml\nnothing was found: there is no baseline to record\nNext: seawall scan\n',
    );
  });

  it.each([
    ['2026-02-30', '"2026-02-30" is no day of the calendar', 'write it like 2030-06-30'],
    ['2026-11-20', '2026-11-20 has passed', 'name a later day'],
  ])('refuses %s as the last day', async (until, message, hint) => {
    using tree = temporaryTree({ '.git/': '', 'a.yaml': pod });
    expect(await ran(tree, ['init', '--baseline', '--until', until])).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: ${message}\n${hint}\n`,
    });
  });

  it('refuses a configuration that is wrong', async () => {
    using tree = temporaryTree({ '.git/': '', 'a.yaml': pod, 'seawall.yaml': 'fail-no: 1\n' });
    expect(await ran(tree, ['init', '--baseline'])).toMatchObject({ code: 2 });
  });
});
