import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { grantsAreAmongThoseOf, grantsAreThoseOf } from './grants.ts';

function rule(verbs: string, apiGroups: string, resources: string, resourceNames?: string): JsonObject {
  const names = resourceNames === undefined ? {} : { resourceNames: resourceNames.split(',') };
  return { verbs: verbs.split(','), apiGroups: apiGroups.split(','), resources: resources.split(','), ...names };
}

const shipped = [
  rule('get,list', '', 'pods,secrets'),
  rule('update', 'apps', 'deployments', 'web,api'),
  { verbs: ['get'], nonResourceURLs: ['/healthz', '/version'] },
];

const same: readonly (readonly [string, readonly unknown[]])[] = [
  ['the same rules', shipped],
  ['another order of rules', shipped.toReversed()],
  [
    'another order in rules',
    [
      rule('list,get', '', 'secrets,pods'),
      rule('update', 'apps', 'deployments', 'api,web'),
      { verbs: ['get'], nonResourceURLs: ['/version', '/healthz'] },
    ],
  ],
  [
    'rules split and entries said twice',
    [
      rule('get,get', '', 'pods,secrets'),
      rule('list', '', 'pods,secrets'),
      rule('update', 'apps', 'deployments', 'web'),
      rule('update', 'apps', 'deployments', 'api'),
      { verbs: ['get'], nonResourceURLs: ['/version', '/healthz'] },
    ],
  ],
  ['rules that grant nothing', [...shipped, {}, { verbs: ['get'], apiGroups: [''], resources: [] }]],
  [
    'null for the empty text',
    [{ verbs: ['get', 'list'], apiGroups: [null], resources: ['pods', 'secrets'] }, ...shipped.slice(1)],
  ],
];

const other: readonly (readonly [string, readonly unknown[]])[] = [
  ['no rule', []],
  ['a rule less', shipped.slice(1)],
  ['a verb less', [rule('get', '', 'pods,secrets'), ...shipped.slice(1)]],
  ['a verb more', [rule('get,list,watch', '', 'pods,secrets'), ...shipped.slice(1)]],
  ['another group', [rule('get,list', 'apps', 'pods,secrets'), ...shipped.slice(1)]],
  ['another resource', [rule('get,list', '', 'pods,nodes'), ...shipped.slice(1)]],
  ['every name', [shipped[0], rule('update', 'apps', 'deployments'), shipped[2]]],
  ['an empty name', [rule('get,list', '', 'pods,secrets', ''), ...shipped.slice(1)]],
  ['another URL', [...shipped.slice(0, 2), { verbs: ['get'], nonResourceURLs: ['/healthz', '/*'] }]],
  ['a wildcard more', [...shipped, rule('*', '*', '*')]],
  ['more rules than there are grants', [...shipped, {}, {}, {}, {}, {}, {}]],
  ['what are no rules', ['get', null, 7, [], {}]],
  ['text with line breaks', [rule('get,list', '', 'pods,secrets\nx'), ...shipped.slice(1)]],
];

describe('grantsAreThoseOf', () => {
  it.each(same)('is true of %s', (_, rules) => {
    expect(grantsAreThoseOf(shipped, rules)).toBe(true);
  });

  it.each(other)('is false of %s', (_, rules) => {
    expect(grantsAreThoseOf(shipped, rules)).toBe(false);
  });

  it('does not mistake names for parts of other fields', () => {
    const split = [{ verbs: ['update'], apiGroups: ['apps\ndeployments'], resources: ['web'] }];
    expect(grantsAreThoseOf([rule('update', 'apps', 'deployments', 'web')], split)).toBe(false);
    expect(grantsAreThoseOf(split, [rule('update', 'apps', 'deployments', 'web')])).toBe(false);
  });

  it('takes nothing for nothing', () => {
    expect(grantsAreThoseOf([], [])).toBe(true);
    expect(grantsAreThoseOf([], [rule('get', '', 'pods')])).toBe(false);
  });

  it('does not multiply lists that cannot be a copy', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => String(index));
    const bomb = { verbs: many, apiGroups: many, resources: many, resourceNames: many, nonResourceURLs: many };
    expect(grantsAreThoseOf(shipped, [bomb])).toBe(false);
  });
});

describe('grantsAreAmongThoseOf', () => {
  it.each([...same, ...other.slice(0, 3)])('is true of %s', (_, rules) => {
    expect(grantsAreAmongThoseOf(shipped, rules)).toBe(true);
  });

  it.each(other.slice(3).filter(([name]) => name !== 'what are no rules'))('is false of %s', (_, rules) => {
    expect(grantsAreAmongThoseOf(shipped, rules)).toBe(false);
  });

  it('takes one name of a rule for less than every name', () => {
    expect(grantsAreAmongThoseOf(shipped, [rule('update', 'apps', 'deployments', 'api')])).toBe(true);
    expect(grantsAreAmongThoseOf(shipped, [rule('get', '', 'pods', 'api')])).toBe(false);
  });

  it('finds nothing among nothing', () => {
    expect(grantsAreAmongThoseOf([], [])).toBe(true);
    expect(grantsAreAmongThoseOf([], [rule('get', '', 'pods')])).toBe(false);
  });
});
