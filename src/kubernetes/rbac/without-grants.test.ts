import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../core/check.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { type Role, role } from '../role.ts';
import { type Grant, grants, matchesOf, neverWithNames } from './grant.ts';
import { takeOut, takingOut } from './without-grants.ts';

function roleWith(rules: readonly JsonObject[]): Role {
  const object = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'operator' },
    rules,
  };
  const [view] = role.enumerate(inventoryOfObjects([object]));
  if (view === undefined) throw new Error('no role');
  return view;
}

/** The rules of a role after grants were taken out of its first rule. */
function afterwards(rule: JsonObject, wanted: readonly Grant[]): unknown[] {
  const view = roleWith([rule]);
  const [judged] = view.rules;
  if (judged === undefined) throw new Error('no rule');
  const removed: Path[] = [];
  const added: unknown[] = [];
  const edit: Edit = {
    set: () => expect.unreachable(),
    remove: ({ path }) => void removed.push(path),
    append: ({ path }, value) => {
      expect(path).toEqual(['rules']);
      added.push(value);
    },
  };
  takeOut(edit, judged, wanted);
  if (removed.some((path) => path.length === 2)) return added;
  const isKept = (field: string) => (_: unknown, index: number) =>
    !removed.some((path) => path[2] === field && path[3] === index);
  const kept = Object.entries(rule).map(([field, value]) => [field, asList(value).filter(isKept(field))]);
  return [Object.fromEntries(kept), ...added];
}

const secretsRead: Grant = {
  verbs: ['get', 'list'],
  group: '',
  resources: ['secrets'],
  withNames: neverWithNames,
};

/** Some of the words, at least one. */
function lists(words: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...words], { minLength: 1 });
}

/** True where a group of the property below has the resource. */
function isThere(group: string, resource: string): boolean {
  return (group === 'apps') === (resource === 'deployments') || group === 'shop.example';
}

describe('takeOut', () => {
  it('takes verbs out of a rule on nothing else', () => {
    const rule = { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'create', 'list'] };
    expect(afterwards(rule, [secretsRead])).toEqual([{ ...rule, verbs: ['create'] }]);
  });

  it('takes a resource out that loses every verb', () => {
    const rule = { apiGroups: [''], resources: ['pods', 'secrets'], verbs: ['get', 'list'] };
    expect(afterwards(rule, [secretsRead])).toEqual([{ ...rule, resources: ['pods'] }]);
  });

  it('takes a rule out of which nothing is left', () => {
    const rule = { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'get'] };
    expect(afterwards(rule, [secretsRead])).toEqual([]);
  });

  it('splits a rule that keeps all verbs on some resources only', () => {
    const rule = { apiGroups: [''], resources: ['secrets', 'pods'], verbs: ['get', 'create'] };
    expect(afterwards(rule, [secretsRead])).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'create'] },
      { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
    ]);
  });

  it('keeps the names of a rule that it splits', () => {
    const rule = { apiGroups: [''], resources: ['secrets', 'pods'], resourceNames: ['web'], verbs: ['get', 'create'] };
    const named = { ...secretsRead, withNames: () => true };
    expect(afterwards(rule, [named])).toEqual([
      { apiGroups: [''], resources: ['pods'], resourceNames: ['web'], verbs: ['get', 'create'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['web'], verbs: ['create'] },
    ]);
  });

  it('splits by group where another group may have a resource of the name', () => {
    const rule = { apiGroups: ['', 'shop.example'], resources: ['secrets', 'orders'], verbs: ['get', 'create'] };
    expect(afterwards(rule, [secretsRead])).toEqual([
      { apiGroups: [''], resources: ['orders'], verbs: ['get', 'create'] },
      { apiGroups: ['shop.example'], resources: ['secrets', 'orders'], verbs: ['get', 'create'] },
      { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
    ]);
  });

  it('keeps groups together of which it is known that they have no such resource', () => {
    const wanted = [
      { verbs: ['create'], group: '', resources: ['pods'] },
      { verbs: ['create'], group: 'argoproj.io', resources: ['workflows'] },
    ];
    const rule = {
      apiGroups: ['', 'apps', 'argoproj.io'],
      resources: ['pods', 'workflows', 'configmaps'],
      verbs: ['get', 'create'],
    };
    expect(afterwards(rule, wanted)).toEqual([
      { ...rule, resources: ['configmaps'] },
      { ...rule, resources: ['pods', 'workflows'], verbs: ['get'] },
    ]);
  });

  it('keeps in other groups what is asked for of any resource of one', () => {
    const wanted = [{ verbs: ['create'], group: 'kyverno.io', resources: ['*'] }];
    const rule = { apiGroups: ['', 'kyverno.io'], resources: ['configmaps'], verbs: ['create'] };
    expect(afterwards(rule, wanted)).toEqual([{ ...rule, apiGroups: [''] }]);
  });

  it.each([
    [{ apiGroups: ['*'], resources: ['secrets'], verbs: ['get'] }],
    [{ apiGroups: [''], resources: ['*'], verbs: ['get'] }],
    [{ apiGroups: [''], resources: ['secrets'], verbs: ['create', '*'] }],
    [{ apiGroups: [''], resources: ['secrets', '*'], verbs: ['get'] }],
    [{ apiGroups: ['apps'], resources: ['secrets'], verbs: ['get'] }],
    [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['web'], verbs: ['get'] }],
  ])('leaves %j as it is', (rule) => {
    expect(afterwards(rule, [secretsRead])).toEqual([rule]);
  });

  it('leaves a rule of too many groups and resources', () => {
    const names = Array.from({ length: 5_001 }, (_, index) => `resource${index}`);
    const rule = { apiGroups: ['', 'apps'], resources: ['secrets', ...names], verbs: ['get'] };
    expect(afterwards(rule, [secretsRead])).toEqual([rule]);
  });

  it('leaves a rule that a wildcard of a subresource covers', () => {
    const rule = { apiGroups: [''], resources: ['*/exec', 'pods/exec'], verbs: ['create'] };
    expect(afterwards(rule, [{ verbs: ['create'], group: '', resources: ['pods/exec'] }])).toEqual([rule]);
  });

  it('takes exactly what is asked for out of any rule', () => {
    const groups = ['', 'apps', 'shop.example'];
    const resources = ['pods', 'pods/exec', 'deployments', 'orders'];
    const verbs = ['get', 'create', 'delete'];
    const rules = fc.record({
      apiGroups: lists(groups),
      resources: lists(resources),
      resourceNames: fc.constantFrom([], ['web']),
      verbs: lists(verbs),
    });
    const wanted = fc.array(
      fc
        .record({
          asked: fc.constantFrom({ group: '', all: ['pods', 'pods/exec'] }, { group: 'apps', all: ['deployments'] }),
          verbs: lists(verbs),
          withNames: fc.constantFrom(neverWithNames, () => true),
        })
        .chain(({ asked: { group, all }, ...rest }) => lists(all).map((some) => ({ ...rest, group, resources: some }))),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(rules, wanted, (rule, asked) => {
        const left = roleWith(afterwards(rule, asked).map(asObject)).rules;
        expect(left.flatMap((each) => matchesOf(each, asked))).toEqual([]);
        const [judged] = roleWith([rule]).rules;
        if (judged === undefined) throw new Error('no rule');
        for (const group of groups) {
          for (const resource of resources.filter((each) => isThere(group, each))) {
            for (const verb of verbs) {
              const one = { verbs: [verb], group, resources: [resource] };
              const isTaken = matchesOf(judged, asked).some(
                (match) => match.grant.group === group && match.resource === resource && match.verb === verb,
              );
              expect(left.some((each) => grants(each, one))).toBe(grants(judged, one) && !isTaken);
            }
          }
        }
        for (const { resourceNames } of left) expect(resourceNames).toEqual(rule.resourceNames);
      }),
    );
  });
});

describe('takingOut', () => {
  it('is a fix of the rule', () => {
    const [judged] = roleWith([{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }]).rules;
    if (judged === undefined) throw new Error('no rule');
    const removed: Path[] = [];
    const edit: Edit = {
      set: () => expect.unreachable(),
      remove: ({ path }) => void removed.push(path),
      append: () => expect.unreachable(),
    };
    const fix = takingOut([secretsRead]);
    fix.edits(edit, { at: judged.at(), message: 'granted', data: {} }, judged);
    expect([fix.effect, removed]).toEqual(['changes-behaviour', [['rules', 0]]]);
  });
});
