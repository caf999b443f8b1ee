import { describe, expect, it } from 'vitest';
import type { OptionValues } from '../command.ts';
import type { LoadedConfig } from './load.ts';
import { isPartialScan, pathsWith, withConfig } from './option-values.ts';
import type { Config } from './schema.ts';

function loadedWith(config: Config): LoadedConfig {
  return {
    config,
    file: '/repository/seawall.yaml',
    path: '/repository/seawall.yaml',
    folder: '/repository',
    reach: '/repository',
    locate: () => ({ file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }),
    pathOf: (shown) => shown,
  };
}

const full: Config = {
  outputs: ['pretty', 'json=out/a.json'],
  'fail-on': 'high',
  severity: 'medium',
  only: 'rbac',
  skip: ['host-pid'],
  'kubernetes-version': '1.34',
  provider: 'aws',
  complete: ['Secret@shop'],
  namespace: 'shop',
};

describe('withConfig', () => {
  it('takes the options as given without a configuration', () => {
    const options = { failOn: 'low' };
    expect(withConfig(options, undefined)).toBe(options);
  });

  it('takes the configuration where nothing is given', () => {
    expect(withConfig({}, loadedWith(full))).toEqual({
      failOn: 'high',
      severity: 'medium',
      kubernetesVersion: '1.34',
      provider: 'aws',
      namespace: 'shop',
      complete: ['Secret@shop'],
      only: ['rbac'],
      skip: ['host-pid'],
      output: ['pretty', 'json=/repository/out/a.json'],
    });
  });

  it('takes what is given before the configuration', () => {
    const given: OptionValues = {
      failOn: 'never',
      severity: 'low',
      kubernetesVersion: '1.30',
      provider: 'gcp',
      namespace: 'other',
      complete: ['all'],
      output: ['sarif'],
      all: true,
    };
    expect(withConfig(given, loadedWith(full))).toEqual({ ...given, only: ['rbac'], skip: ['host-pid'] });
  });

  it('adds to what is skipped, unless only some checks are named', () => {
    expect(withConfig({ skip: ['host-ipc'] }, loadedWith(full))).toMatchObject({
      only: ['rbac'],
      skip: ['host-pid', 'host-ipc'],
    });
    expect(withConfig({ only: ['host-pid'] }, loadedWith(full))).toMatchObject({ only: ['host-pid'], skip: [] });
    expect(withConfig({ only: ['workload'], skip: ['a'] }, loadedWith(full))).toMatchObject({
      only: ['workload'],
      skip: ['a'],
    });
  });

  it.each<[Config['complete'], string[]]>([
    [true, ['all']],
    [false, []],
    [undefined, []],
    ['Secret', ['Secret']],
  ])('takes complete: %j', (complete, expected) => {
    expect(withConfig({}, loadedWith({ complete }))['complete']).toEqual(expected);
  });
});

describe('pathsWith', () => {
  it.each([
    [['a.yaml'], ['deploy'], '/repository', ['a.yaml']],
    [[], ['deploy', '-', '.'], '/repository', ['deploy', '-', '.']],
    [[], ['deploy', 'shared'], '/repository/deploy', ['.', '/repository/shared']],
    [[], ['deploy/*.yaml'], '/repository/apps', ['/repository/deploy/*.yaml']],
    [[], [], '/repository', []],
  ])('of %j with inputs %j in %s: %j', (paths, inputs, workingDirectory, expected) => {
    expect(pathsWith(paths, loadedWith({ inputs }), workingDirectory)).toEqual(expected);
  });

  it.each(['..', '../shared', '/etc'])(
    'do not lead out of the repository to %s, unless the configuration was named',
    (input) => {
      const loaded = loadedWith({ inputs: ['deploy', input] });
      const message = `the input ${input} of the configuration leads out of its repository`;
      expect(() => pathsWith([], loaded, '/repository')).toThrow(expect.objectContaining({ message }));
      expect(pathsWith([], { ...loaded, reach: undefined }, '/repository')).toHaveLength(2);
    },
  );

  it('are those given without a configuration', () => {
    expect(pathsWith([], undefined, '/repository')).toEqual([]);
  });
});

function isPartial(paths: string[], options: OptionValues, config: Config, workingDirectory = '/repository'): boolean {
  return isPartialScan(paths, options, loadedWith(config), workingDirectory);
}

describe('a scan', () => {
  it('is whole that takes in all that the configuration is about', () => {
    expect(isPartial([], {}, {})).toBe(false);
    expect(isPartial(['.'], {}, {})).toBe(false);
    expect(isPartial(['..'], {}, {}, '/repository/deploy')).toBe(false);
    expect(isPartial(['deploy', 'apps'], {}, { inputs: ['deploy/a', 'apps'] })).toBe(false);
  });

  it('is partial else', () => {
    expect(isPartial(['deploy'], {}, {})).toBe(true);
    expect(isPartial(['-'], {}, {})).toBe(true);
    expect(isPartial(['deploy'], {}, { inputs: ['deploy', 'apps'] })).toBe(true);
    expect(isPartial(['.'], { only: ['rbac'] }, {})).toBe(true);
    expect(isPartial([], { skip: ['rbac'] }, {})).toBe(true);
  });
});
