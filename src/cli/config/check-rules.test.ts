import { describe, expect, it } from 'vitest';
import type { Check } from '../../core/check.ts';
import type { Rules } from '../../core/engine.ts';
import { integer } from '../../core/parameter.ts';
import { toyCheck } from '../../core/toy-world.ts';
import { type CheckCatalogue, parseSelectors } from '../check-selection.ts';
import { type CheckRules, checkRules } from './check-rules.ts';
import type { Config } from './schema.ts';

const catalogue: CheckCatalogue = {
  checks: [
    toyCheck('host-pid', { severity: 'high', messages: { a: 'is so', b: { text: 'is worse', severity: 'critical' } } }),
    toyCheck('host-ipc', { parameters: { most: integer(1), least: integer(0) } }),
    toyCheck('opt-in', { optIn: true }),
    toyCheck('rbac-wildcard'),
  ],
  areas: { 'host-pid': 'workload', 'host-ipc': 'workload', 'opt-in': 'workload', 'rbac-wildcard': 'rbac' },
};

interface Asked {
  readonly config?: Config;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

function rulesFor({ config = {}, only = [], skip = [] }: Asked, runs = (check: Check) => !check.optIn): CheckRules {
  const selection = { only: parseSelectors(only, catalogue), skip: parseSelectors(skip, catalogue) };
  return checkRules(catalogue, selection, { config, pathOf: (shown) => `repository/${shown}` }, runs);
}

function idsOf(rules: Rules | undefined): string[] | undefined {
  return rules?.checks.map((check) => check.id);
}

describe('the checks that run', () => {
  it.each<[string, Asked, string[]]>([
    ['all but opt-in ones', {}, ['host-pid', 'host-ipc', 'rbac-wildcard']],
    ['without those turned off', { config: { checks: { 'host-pid': false, 'host-ipc': 'off' } } }, ['rbac-wildcard']],
    [
      'with opt-in ones turned on',
      { config: { checks: { 'opt-in': true, workload: true } } },
      ['host-pid', 'host-ipc', 'opt-in', 'rbac-wildcard'],
    ],
    [
      'with a whole area turned on',
      { config: { checks: { workload: true } } },
      ['host-pid', 'host-ipc', 'opt-in', 'rbac-wildcard'],
    ],
    [
      'without an area, but with a check of it',
      { config: { checks: { 'host-ipc': 'on', workload: 'off' } } },
      ['host-ipc', 'rbac-wildcard'],
    ],
    [
      'by a mapping',
      { config: { checks: { 'host-pid': { enabled: false }, 'opt-in': { enabled: 'on' } } } },
      ['host-ipc', 'opt-in', 'rbac-wildcard'],
    ],
    [
      'with a mapping that does not say',
      { config: { checks: { 'host-pid': { severity: 'low' }, 'opt-in': { severity: 'low' } } } },
      ['host-pid', 'host-ipc', 'rbac-wildcard'],
    ],
    ['only an area, without its opt-in ones', { only: ['workload'] }, ['host-pid', 'host-ipc']],
    ['only a pattern', { only: ['host-*'] }, ['host-pid', 'host-ipc']],
    ['only one by its id, opt-in though it is', { only: ['opt-in'] }, ['opt-in']],
    [
      'only one by its id, off though it is',
      { only: ['host-pid'], config: { checks: { 'host-pid': false } } },
      ['host-pid'],
    ],
    ['not what is skipped', { skip: ['host-*'] }, ['rbac-wildcard']],
    ['not what is skipped, though it is named', { only: ['host-pid', 'host-ipc'], skip: ['host-pid'] }, ['host-ipc']],
  ])('are %s', (_, asked, ids) => {
    expect(idsOf(rulesFor(asked))).toEqual(ids);
  });
});

describe('an opt-in check', () => {
  it('runs where something else asks for it, unless the configuration turns it off', () => {
    expect(idsOf(rulesFor({}, () => true))).toEqual(['host-pid', 'host-ipc', 'opt-in', 'rbac-wildcard']);
    const config: Config = { checks: { 'opt-in': false } };
    expect(idsOf(rulesFor({ config }, () => true))).toEqual(['host-pid', 'host-ipc', 'rbac-wildcard']);
  });
});

describe('how checks judge', () => {
  it('with their own words and parameters', () => {
    const rules = rulesFor({});
    expect(rules.checks[0]).toBe(catalogue.checks[0]);
    expect(rules.parameters).toEqual({ 'host-pid': {}, 'host-ipc': {}, 'rbac-wildcard': {} });
    expect(rules.rulesFor).toBeUndefined();
  });

  it('with the severity of the configuration for every message', () => {
    const [check] = rulesFor({
      config: { checks: { workload: { severity: 'medium' }, 'host-pid': { severity: 'low' } } },
    }).checks;
    expect(check).toMatchObject({ id: 'host-pid', severity: 'low', messages: { a: 'is so', b: 'is worse' } });
  });

  it('with the parameters of the configuration', () => {
    const rules = rulesFor({ config: { checks: { 'host-ipc': { parameters: { most: 2 } } } } });
    expect(rules.parameters?.['host-ipc']).toEqual({ most: 2 });
  });
});

describe('the rules for a file', () => {
  const config: Config = {
    checks: { 'host-ipc': { severity: 'high', parameters: { most: 2, least: 1 } } },
    paths: [
      { match: 'repository/test', checks: { 'host-pid': false, 'opt-in': true } },
      {
        match: ['**/*.generated.yaml', 'repository/test/a.yaml'],
        checks: { 'host-ipc': { parameters: { most: 3 } }, 'opt-in': false },
      },
    ],
  };

  it('are those of everywhere where nothing matches', () => {
    const rules = rulesFor({ config });
    expect(idsOf(rules.rulesFor?.('deploy/a.yaml'))).toEqual(['host-pid', 'host-ipc', 'rbac-wildcard']);
    expect(idsOf(rules.rulesFor?.(''))).toEqual(['host-pid', 'host-ipc', 'rbac-wildcard']);
  });

  it('change by what matches, the last winning', () => {
    const rules = rulesFor({ config });
    expect(idsOf(rules.rulesFor?.('test/b.yaml'))).toEqual(['host-ipc', 'opt-in', 'rbac-wildcard']);
    const both = rules.rulesFor?.('test/a.yaml');
    expect(idsOf(both)).toEqual(['host-ipc', 'rbac-wildcard']);
    expect(both?.parameters?.['host-ipc']).toEqual({ most: 3, least: 1 });
    expect(both?.checks[0]?.severity).toBe('high');
    expect(rules.rulesFor?.('x.generated.yaml').parameters?.['host-ipc']).toEqual({ most: 3, least: 1 });
  });

  it('are one object for all files that they are the same for', () => {
    const rules = rulesFor({ config });
    expect(rules.rulesFor?.('test/b.yaml')).toBe(rules.rulesFor?.('test/c.yaml'));
    expect(rules.rulesFor?.('deploy/b.yaml')).toBe(rules.rulesFor?.('deploy/c.yaml'));
  });

  it('make the checks of some files run at all', () => {
    expect(idsOf(rulesFor({ config }))).toEqual(['host-pid', 'host-ipc', 'rbac-wildcard', 'opt-in']);
  });

  it('hold for what is named on the command line, too', () => {
    const rules = rulesFor({ config, only: ['host-pid'] });
    expect(idsOf(rules.rulesFor?.('deploy/a.yaml'))).toEqual(['host-pid']);
    expect(idsOf(rules.rulesFor?.('test/b.yaml'))).toEqual([]);
  });
});
