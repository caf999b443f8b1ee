import { describe, expect, it } from 'vitest';
import type { MatchedFinding } from '../../core/exception.ts';
import { toyCheck } from '../../core/toy-world.ts';
import type { CheckCatalogue } from '../check-selection.ts';
import { configExceptions } from './exceptions.ts';
import type { LoadedConfig } from './load.ts';
import type { Config } from './schema.ts';

const catalogue: CheckCatalogue = {
  checks: [toyCheck('host-pid'), toyCheck('host-ipc'), toyCheck('rbac-wildcard')],
  areas: { 'host-pid': 'workload', 'host-ipc': 'workload', 'rbac-wildcard': 'rbac' },
};

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const shop: MatchedFinding = {
  check: 'host-pid',
  subject: { kind: 'apps/DaemonSet', namespace: 'shop', name: 'logs-7' },
  part: 'init container "setup"',
  locations: [{ file: 'base/a.yaml', path: 'spec', ...span }],
  fingerprint: '0000000000000001',
};

type ConfigException = NonNullable<Config['exceptions']>[number];

function loadedWith(exceptions: readonly ConfigException[]): LoadedConfig {
  return {
    config: { exceptions: [...exceptions] },
    file: 'seawall.yaml',
    path: '/repository/seawall.yaml',
    folder: '/repository',
    reach: '/repository',
    locate: (path) => ({ file: path.join('.'), ...span }),
    pathOf: (shown) => `deploy/${shown}`,
  };
}

/** Whether an exception with these terms is about the finding. */
function isAbout(terms: Omit<ConfigException, 'reason'>, finding: MatchedFinding = shop): boolean {
  return configExceptions(loadedWith([{ checks: '*', ...terms, reason: 'x' }]), catalogue, false).some(
    ({ scope }) => scope.of === 'findings' && scope.checks.has(finding.check) && scope.matches(finding),
  );
}

describe('an exception of the configuration', () => {
  it.each<[string, Omit<ConfigException, 'reason'>]>([
    ['its check', { checks: 'host-pid' }],
    ['its area', { checks: ['rbac', 'workload'] }],
    ['a pattern of checks', { checks: 'host-*' }],
    ['its kind', { objects: [{ kind: 'DaemonSet' }] }],
    ['its group and kind', { objects: [{ kind: 'apps/*Set' }] }],
    ['its namespace and name', { objects: [{ namespace: 'sh*p', name: 'logs-?' }] }],
    ['one of several objects', { objects: [{ name: 'other' }, { name: 'logs-7' }] }],
    ['its container', { objects: [{ containers: ['api', 'set*'] }] }],
    ['its file', { paths: ['other', 'deploy/base'] }],
    ['everything', { checks: 'host-pid', objects: [{ kind: 'DaemonSet', name: 'logs-*' }], paths: 'deploy/**/a.yaml' }],
  ])('is about a finding by %s', (_, terms) => {
    expect(isAbout(terms)).toBe(true);
  });

  it.each<[string, Omit<ConfigException, 'reason'>]>([
    ['check', { checks: 'host-ipc' }],
    ['area', { checks: 'rbac' }],
    ['kind', { objects: [{ kind: 'Deployment' }] }],
    ['group', { objects: [{ kind: 'batch/DaemonSet' }] }],
    ['namespace', { objects: [{ namespace: 'shop-2', name: 'logs-7' }] }],
    ['name', { objects: [{ namespace: 'shop', name: 'logs' }] }],
    ['container', { objects: [{ containers: 'api' }] }],
    ['file', { paths: 'base' }],
    ['file, though the object is the same', { objects: [{ name: 'logs-7' }], paths: 'base' }],
  ])('is not about a finding of another %s', (_, terms) => {
    expect(isAbout(terms)).toBe(false);
  });

  it('asks for a namespace, a container and a file only where there is one', () => {
    const cluster = {
      ...shop,
      subject: { kind: 'Node', namespace: undefined, name: 'a' },
      part: 'rule 1',
      locations: [],
    };
    expect(isAbout({ objects: [{ name: 'a' }] }, cluster)).toBe(true);
    expect(isAbout({ objects: [{ namespace: '?*' }] }, cluster)).toBe(false);
    expect(isAbout({ objects: [{ containers: '*' }] }, cluster)).toBe(false);
    expect(isAbout({ paths: '**' }, cluster)).toBe(false);
  });

  it('becomes one for each selector, with its place', () => {
    const entry = { checks: ['host-pid', 'rbac'], reason: 'known', owner: 'platform team', until: '2030-06-30' };
    expect(configExceptions(loadedWith([{ checks: 'host-*', reason: 'x' }, entry]), catalogue, true)).toMatchObject([
      { check: 'host-*', reason: 'x', until: undefined, location: { file: 'exceptions.0.checks' } },
      {
        check: 'host-pid',
        reason: 'known',
        owner: 'platform team',
        until: '2030-06-30',
        scope: { of: 'findings', checks: new Set(['host-pid']), isPartial: true },
        location: { file: 'exceptions.1.checks.0' },
      },
      { check: 'rbac', scope: { checks: new Set(['rbac-wildcard']) }, location: { file: 'exceptions.1.checks.1' } },
    ]);
  });

  it('is a baseline with fingerprints', () => {
    const fingerprints = ['0000000000000001', '0000000000000002'];
    expect(configExceptions(loadedWith([{ fingerprints, reason: 'known' }]), catalogue, false)).toEqual([
      {
        check: '',
        reason: 'known',
        until: undefined,
        scope: { of: 'fingerprints', fingerprints, isPartial: false },
        location: { file: 'exceptions.0.fingerprints', ...span },
      },
    ]);
  });
});
