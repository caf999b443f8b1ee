import { describe, expect, it } from 'vitest';
import { asList, asString, valueAt } from '../core/json.ts';
import { temporaryTree } from '../sources/files/temporary-tree.ts';
import { run } from './run.ts';
import { surroundingsInMemory } from './surroundings-in-memory.ts';

async function ran(words: readonly string[], workingDirectory = '/') {
  const surroundings = surroundingsInMemory({ workingDirectory });
  const code = await run(words, surroundings);
  const { stdout, stderr } = surroundings.written;
  return { code, stdout, stderr };
}

describe('seawall explain, of an id of another tool', () => {
  it('tells what answers to it and where we differ, with the page of one check', async () => {
    const { code, stdout, stderr } = await ran(['explain', 'C-0057']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Kubescape C-0057 is judged here by:\n {2}privileged-container {2}high, workload: Container runs privileged\n {2}We differ: Kubescape judges an added SYS_ADMIN here too; that is capabilities-dangerous\.\n\n# privileged-container\n/,
    );
  });

  it('lists several checks', async () => {
    const { stdout } = await ran(['explain', 'popeye:107']);
    expect(stdout).toBe(
      'Popeye POP-107 is judged here by:\n' +
        '  cpu-limit-missing  low, resources: Container may use all CPU of its node\n' +
        '  memory-limit-missing  medium, resources: Container may use all memory of its node\n' +
        '\nMore of one: seawall explain cpu-limit-missing\n',
    );
  });

  it('shows every tool that has it', async () => {
    const { stdout } = await ran(['explain', 'KSV017']);
    expect(stdout).toMatch(/^Monokle KSV017 is judged here by:\n.*\n\nTrivy KSV-0017 is judged here by:\n/);
  });

  it('says that a check is not there yet', async () => {
    const { stdout } = await ran(['explain', 'C-0083']);
    expect(stdout).toMatch(
      /^Kubescape C-0083 is not judged by this version; it will be by:\n {2}exposed-workload-vulnerable {2}\(not in this version\)\n/,
    );
  });

  it('tells its name, and which check differs', async () => {
    const { stdout } = await ran(['explain', 'CKV_K8S_25']);
    expect(stdout).toMatch(/^Checkov CKV_K8S_25 \(AllowedCapabilities\) is judged here by:\n/);
    expect(stdout).toContain(
      '  capabilities-beyond-baseline differs: Checkov rejects every added capability; the 13 of the baseline level pass here.\n',
    );
  });

  it('tells why there is none', async () => {
    expect(await ran(['explain', 'c-0068'])).toEqual({
      code: 0,
      stdout: 'Kubescape C-0068 has no counterpart here: PodSecurityPolicy ended with Kubernetes 1.25.\n',
      stderr: '',
    });
  });

  it('takes our own check where a name is both', async () => {
    expect((await ran(['explain', 'privileged-container'])).stdout).toMatch(/^# privileged-container\n/);
  });

  it('knows none that is not there', async () => {
    const { code, stderr } = await ran(['explain', 'kube-linter:nothing']);
    expect([code, stderr]).toEqual([
      2,
      'seawall: there is no check "kube-linter:nothing"\nsee them all: seawall checks\n',
    ]);
  });
});

describe('seawall checks --peer', () => {
  it('lists the ids of a tool with ours', async () => {
    const { code, stdout, stderr } = await ran(['checks', '--peer', 'kubescape']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^KUBESCAPE +CHECK +SEVERITY +WE DIFFER\nC-0001 +image-registry-denied/);
    expect(stdout).toMatch(/\nC-0038 +host-pid +high +Kubescape joins the host PID and IPC namespaces/);
    expect(stdout).toMatch(/\nC-0068 +- +PodSecurityPolicy ended with Kubernetes 1\.25\n/);
    expect(stdout).toMatch(/\n\n299 ids of Kubescape, 152 without a counterpart\.\n$/);
  });

  it('lists them for programs', async () => {
    const data: unknown = JSON.parse((await ran(['checks', '--peer', 'kics', '-o', 'json'])).stdout);
    expect(valueAt(data, [0])).toEqual({
      tool: 'kics',
      id: '249328b8-5f0f-409f-b1dd-029f07882e11',
      name: 'Cluster Admin Rolebinding With Superuser Permissions',
      checks: ['rbac-cluster-admin-binding'],
      differences: [],
      because: null,
    });
  });

  it('refuses a tool that is not known', async () => {
    const { code, stderr } = await ran(['checks', '--peer', 'none']);
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are checkov, kics, kube-linter');
  });
});

/** The findings of three checks as `name check: reason (until)`. */
function acceptancesIn(report: unknown): string[] {
  return asList(valueAt(report, ['findings'])).flatMap((finding) => {
    const [check, name, reason, until] = [['check'], ['subject', 'name'], ['accepted', 'reason'], ['accepted', 'until']]
      .map((path) => valueAt(finding, path))
      .map((value) => (typeof value === 'string' ? value : ''));
    if (!['host-pid', 'host-ipc', 'privileged-container'].includes(check ?? '')) return [];
    return [`${name} ${check}: ${reason}${until === '' ? '' : ` (${until})`}`];
  });
}

function diagnosticsIn(report: unknown): string[] {
  return asList(valueAt(report, ['diagnostics'])).map(
    (diagnostic) => `${asString(valueAt(diagnostic, ['code']))}: ${asString(valueAt(diagnostic, ['message']))}`,
  );
}

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  annotations:
    ignore-check.kube-linter.io/host-pid: ""
    checkov.io/skip1: CKV_K8S_18=it shares memory with the node
    checkov.io/skip2: CKV_K8S_6
    checkov.io/skip3: CKV_K8S_35
spec:
  hostPID: true
  hostIPC: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        privileged: true # trivy:ignore:AVD-KSV-0017:exp:2030-01-01
---
apiVersion: v1
kind: Pod
metadata:
  name: old
  annotations:
    polaris.fairwinds.com/exempt: "true"
spec:
  hostPID: true
`;

describe('seawall scan, of manifests with suppressions of other tools', () => {
  it('accepts what they are about, and counts the rest', async () => {
    using tree = temporaryTree({ 'web.yaml': manifest });
    const { code, stdout } = await ran(['scan', '.', '-o', 'json'], tree.root);
    const report: unknown = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(acceptancesIn(report).toSorted()).toEqual([
      "old host-pid: accepted by Polaris's annotation",
      'web host-ipc: it shares memory with the node',
      "web host-pid: accepted by kube-linter's annotation",
      "web privileged-container: accepted by Trivy's comment (2029-12-31)",
    ]);
    expect(diagnosticsIn(report)).toEqual([
      'peer-exception-unmapped: Checkov CKV_K8S_6 is suppressed; no check here answers to it (PodSecurityPolicy ended with Kubernetes 1.25)',
      expect.stringMatching(
        /^peer-exception-broad: Polaris is told to ignore everything in 1 place; accepted there: \d+ findings?$/,
      ),
    ]);
  });
});
