import { describe, expect, it } from 'vitest';
import { valueAt } from '../core/json.ts';
import { temporaryTree } from '../sources/files/temporary-tree.ts';
import { run } from './run.ts';
import { surroundingsInMemory } from './surroundings-in-memory.ts';

const privileged = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext: {privileged: true}
`;

async function ran(words: readonly string[], workingDirectory = '/') {
  const surroundings = surroundingsInMemory({ workingDirectory });
  const code = await run(words, surroundings);
  const { stdout, stderr } = surroundings.written;
  return { code, stdout, stderr };
}

/** A scan of a privileged pod. */
async function scanned(...words: readonly string[]) {
  using tree = temporaryTree({ 'web.yaml': privileged });
  return await ran(['scan', '.', ...words], tree.root);
}

describe('seawall frameworks', () => {
  it('lists them', async () => {
    const { code, stdout, stderr } = await ran(['frameworks']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^FRAMEWORK +CONTROLS +CHECKS +TITLE\ncis-1\.12 +131 +61 +CIS Kubernetes Benchmark 1\.12\n/);
  });

  it('lists them for programs', async () => {
    const data: unknown = JSON.parse((await ran(['frameworks', '-o', 'json'])).stdout);
    expect(valueAt(data, [4, 'controls', 2])).toEqual({
      id: 'hostPorts',
      name: 'host ports',
      answeredBy: 'checks',
      checks: ['host-port'],
      answers: 'whole',
      reason: 'One field of each port is the whole rule, as admission applies it.',
    });
  });

  it('shows one, for people and for programs', async () => {
    const shown = await ran(['frameworks', 'show', 'PSS-baseline']);
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).toMatch(/^# Pod Security Standards, baseline\n\n`pss-baseline` · 12 controls: 12 by checks/);
    expect(shown.stdout).toContain('\n- privileged-container (high): Container runs privileged\n');
    const data: unknown = JSON.parse((await ran(['frameworks', 'show', 'pss-baseline', '-o', 'json'])).stdout);
    expect(valueAt(data, ['counts', 'controls'])).toBe(12);
  });

  it('colours headings', async () => {
    const { stdout } = await ran(['frameworks', 'show', 'nsa', '--color', 'always']);
    expect(stdout.split('\n')[0]).toBe(
      '\u001b[1m\u001b[36m# NSA and CISA Kubernetes Hardening Guidance 1.2\u001b[39m\u001b[22m',
    );
  });

  it.each([
    [['show'], 'there is no framework to show', 'see them all: seawall frameworks'],
    [['show', 'nas'], 'there is no framework "nas"', 'did you mean: nsa'],
    [['nsa'], 'there is no "seawall frameworks nsa"', 'did you mean: seawall frameworks show nsa'],
    [['shwo', 'x'], 'there is no "seawall frameworks shwo"', 'did you mean: seawall frameworks show NAME'],
  ])('does not know %j', async (words, message, hint) => {
    expect(await ran(['frameworks', ...words])).toEqual({
      code: 2,
      stdout: '',
      stderr: `seawall: ${message}\n${hint}\n`,
    });
  });
});

describe('a scan for frameworks', () => {
  it('tells how the controls of each came out, and still runs every check', async () => {
    const { code, stdout } = await scanned('-o', 'json', '--framework', 'pss-baseline,nsa', '--framework', 'soc2');
    const report: unknown = JSON.parse(stdout);
    expect(code).toBe(0);
    expect([0, 1, 2, 3].map((place) => valueAt(report, ['frameworks', place, 'id']))).toEqual([
      'nsa',
      'pss-baseline',
      'soc2',
      undefined,
    ]);
    const control = valueAt(report, ['frameworks', 1, 'controls', 4]);
    expect(control).toMatchObject({ id: 'privileged', verdict: 'fail', missing: [] });
    const place = Number(valueAt(control, ['checks', 0, 'failed', 0]));
    expect(valueAt(report, ['subjects', place, 'reference'])).toEqual({ kind: 'Pod', namespace: 'shop', name: 'web' });
    expect(stdout).toContain('{"id":"service-account-missing"');
  });

  it('sums each up for people', async () => {
    const { stdout } = await scanned('--framework', 'pss-baseline');
    expect(stdout).toMatch(/^PSS baseline: \d+ pass, 1 fail, \d+ unknown, 0 manual, \d+ not applicable \(of 12\)$/m);
    expect(stdout).toContain('1 by privileged-container: Pod shop/web');
  });

  it('says nothing of frameworks unless asked', async () => {
    const { stdout } = await scanned('-o', 'json');
    expect(valueAt(JSON.parse(stdout), ['frameworks'])).toEqual([]);
  });

  it('refuses a framework that is none', async () => {
    expect(await scanned('--framework', 'nsa,cis')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'seawall: there is no framework "cis"\ndid you mean: cis-1.12\n',
    });
  });
});
