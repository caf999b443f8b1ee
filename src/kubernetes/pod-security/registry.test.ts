import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { minors } from './check-example.ts';
import { checksOf, policyChecks } from './registry.ts';

function idsOf(level: 'baseline' | 'restricted', minor: number): string[] {
  return checksOf(level, minor).map(({ id }) => id);
}

describe('policyChecks', () => {
  it('are the modules of the folder, each called after its check', () => {
    const files = readdirSync(join(import.meta.dirname, 'checks')).filter((file) => !file.endsWith('.test.ts'));
    const names = policyChecks.map(({ id }) =>
      id.replace('_', '-').replaceAll(/[A-Z]+/g, (capital) => `-${capital.toLowerCase()}`),
    );
    expect(names.map((name) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('stand in the order of the API server: by level, then by name', () => {
    const keys = policyChecks.map(({ level, id }) => `${level} ${id}`);
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(keys).size).toBe(19);
  });

  it('have ascending revisions, and override checks of the baseline level only', () => {
    const baseline = policyChecks.filter(({ level }) => level === 'baseline').map(({ id }) => id);
    for (const { id, level, revisions } of policyChecks) {
      const from = revisions.map((revision) => revision.from);
      expect(from, id).toEqual([...new Set(from)].toSorted((left, right) => left - right));
      for (const { overrides = [] } of revisions) {
        expect(
          overrides.filter((other) => level === 'baseline' || !baseline.includes(other)),
          id,
        ).toEqual([]);
      }
    }
  });
});

describe('checksOf', () => {
  it('has none at the privileged level', () => {
    expect(minors(0).flatMap((minor) => checksOf('privileged', minor))).toEqual([]);
  });

  it('grows at the baseline level once', () => {
    const first = [
      'appArmorProfile',
      'capabilities_baseline',
      'hostNamespaces',
      'hostPathVolumes',
      'hostPorts',
      'privileged',
      'procMount',
      'seLinuxOptions',
      'seccompProfile_baseline',
      'sysctls',
      'windowsHostProcess',
    ];
    for (const minor of minors(0, 33)) expect(idsOf('baseline', minor)).toEqual(first);
    const grown = first.toSpliced(5, 0, 'hostProbesAndHostLifecycle');
    for (const minor of minors(34)) expect(idsOf('baseline', minor)).toEqual(grown);
  });

  it('puts stricter checks for those of the baseline level', () => {
    expect(idsOf('restricted', 0)).toEqual([
      'appArmorProfile',
      'capabilities_baseline',
      'hostNamespaces',
      'hostPorts',
      'privileged',
      'procMount',
      'seLinuxOptions',
      'seccompProfile_baseline',
      'sysctls',
      'windowsHostProcess',
      'restrictedVolumes',
      'runAsNonRoot',
    ]);
    expect(idsOf('restricted', 37)).toEqual([
      'appArmorProfile',
      'hostNamespaces',
      'hostPorts',
      'hostProbesAndHostLifecycle',
      'privileged',
      'seLinuxOptions',
      'sysctls',
      'windowsHostProcess',
      'allowPrivilegeEscalation',
      'capabilities_restricted',
      'procMount_restricted',
      'restrictedVolumes',
      'runAsNonRoot',
      'runAsUser',
      'seccompProfile_restricted',
    ]);
  });

  it.each([
    [8, ['allowPrivilegeEscalation'], []],
    [19, ['seccompProfile_restricted'], ['seccompProfile_baseline']],
    [22, ['capabilities_restricted'], ['capabilities_baseline']],
    [23, ['runAsUser'], []],
    [34, ['hostProbesAndHostLifecycle'], []],
    [35, ['procMount_restricted'], ['procMount']],
  ])('changes at the restricted level in 1.%d', (minor, added, removed) => {
    const before = idsOf('restricted', minor - 1);
    const after = idsOf('restricted', minor);
    expect(after.filter((id) => !before.includes(id))).toEqual(added);
    expect(before.filter((id) => !after.includes(id))).toEqual(removed);
  });

  it('has the same checks at the restricted level between those versions', () => {
    const changes = minors(1).filter(
      (minor) => idsOf('restricted', minor).join() !== idsOf('restricted', minor - 1).join(),
    );
    expect(changes).toEqual([8, 19, 22, 23, 34, 35]);
  });
});
