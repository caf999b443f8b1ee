import { describe, expect, it } from 'vitest';
import { toyCheck } from '../core/toy-world.ts';
import { type CheckCatalogue, isSelected, namedChecks, parseSelector, parseSelectors } from './check-selection.ts';

const catalogue: CheckCatalogue = {
  checks: ['host-pid', 'host-ipc', 'rbac-wildcard'].map((id) => toyCheck(id)),
  areas: { 'host-pid': 'workload', 'host-ipc': 'workload', 'rbac-wildcard': 'rbac' },
};

describe('a selector', () => {
  it.each([
    ['host-pid', 'check', ['host-pid']],
    ['workload', 'area', ['host-pid', 'host-ipc']],
    ['host-*', 'pattern', ['host-pid', 'host-ipc']],
    ['*', 'pattern', ['host-pid', 'host-ipc', 'rbac-wildcard']],
    ['host-?pc', 'pattern', ['host-ipc']],
  ])('%s is a %s', (word, is, ids) => {
    expect(parseSelector(word, catalogue)).toEqual({ is, word, checks: new Set(ids) });
  });

  it.each([
    ['host-pdi', 'there is no check or area "host-pdi"', 'did you mean: host-pid'],
    ['wrokload', 'there is no check or area "wrokload"', 'did you mean: workload'],
    ['constructor', 'there is no check or area "constructor"', 'see them all: seawall checks'],
    ['KSV-0017', 'there is no check or area "KSV-0017"', 'if it is of another tool: seawall explain KSV-0017'],
    ['image-*', 'no check is as "image-*" says', 'see them all: seawall checks'],
  ])('%s is a usage error', (word, message, hint) => {
    expect(() => parseSelector(word, catalogue)).toThrow(expect.objectContaining({ message, hint }));
  });

  it('is read out of lists, repeated or parted by commas', () => {
    const words = parseSelectors(['host-pid, rbac', 'host-ipc,'], catalogue).map(({ word }) => word);
    expect(words).toEqual(['host-pid', 'rbac', 'host-ipc']);
  });
});

function selected(only: readonly string[], skip: readonly string[]): string[] {
  const selection = { only: parseSelectors(only, catalogue), skip: parseSelectors(skip, catalogue) };
  return catalogue.checks.map(({ id }) => id).filter((id) => isSelected(id, selection));
}

describe('a selection', () => {
  it('takes all, or what is named, without what is skipped', () => {
    expect(selected([], [])).toEqual(['host-pid', 'host-ipc', 'rbac-wildcard']);
    expect(selected(['workload'], [])).toEqual(['host-pid', 'host-ipc']);
    expect(selected([], ['host-*'])).toEqual(['rbac-wildcard']);
    expect(selected(['workload', 'rbac'], ['host-ipc'])).toEqual(['host-pid', 'rbac-wildcard']);
  });

  it('tells which checks are named by their ids', () => {
    expect(namedChecks({ only: parseSelectors(['rbac', 'host-pid', 'host-*'], catalogue), skip: [] })).toEqual([
      'host-pid',
    ]);
  });
});
