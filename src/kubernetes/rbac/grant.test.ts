import { describe, expect, it } from 'vitest';
import { type Grant, grants, matchesOf, neverWithNames, type RuleLists } from './grant.ts';

function ruleOf(apiGroups: string[], resources: string[], verbs: string[], resourceNames: string[] = []): RuleLists {
  return { apiGroups, resources, verbs, resourceNames };
}

function wanted(verbs: string, group: string, resources: string, rest: Partial<Grant> = {}): Grant {
  return { verbs: verbs.split(','), group, resources: resources.split(','), ...rest };
}

describe('grants', () => {
  it.each([
    ['the words themselves', ruleOf([''], ['pods'], ['get']), wanted('get', '', 'pods'), true],
    ['any of the verbs', ruleOf([''], ['pods'], ['list', 'watch']), wanted('get,watch', '', 'pods'), true],
    ['another verb', ruleOf([''], ['pods'], ['list']), wanted('get', '', 'pods'), false],
    ['every verb', ruleOf([''], ['pods'], ['*']), wanted('get', '', 'pods'), true],
    ['another group', ruleOf(['apps'], ['pods'], ['get']), wanted('get', '', 'pods'), false],
    ['every group', ruleOf(['*'], ['pods'], ['get']), wanted('get', '', 'pods'), true],
    ['every resource', ruleOf([''], ['*'], ['get']), wanted('get', '', 'pods/exec'), true],
    ['a subresource', ruleOf([''], ['pods/exec'], ['get']), wanted('get', '', 'pods/exec'), true],
    ['a subresource of every resource', ruleOf([''], ['*/exec'], ['get']), wanted('get', '', 'pods/exec'), true],
    ['another subresource', ruleOf([''], ['*/log'], ['get']), wanted('get', '', 'pods/exec'), false],
    ['the end of a subresource', ruleOf([''], ['*/xec'], ['get']), wanted('get', '', 'pods/exec'), false],
    ['the resource of a subresource', ruleOf([''], ['pods'], ['get']), wanted('get', '', 'pods/exec'), false],
    ['the subresource of a resource', ruleOf([''], ['pods/exec'], ['get']), wanted('get', '', 'pods'), false],
    ['a star behind a slash', ruleOf([''], ['pods/*'], ['get']), wanted('get', '', 'pods/exec'), false],
    ['a prefix', ruleOf([''], ['pod*'], ['get']), wanted('get', '', 'pods'), false],
    ['lists of nothing', ruleOf([], [], []), wanted('get', '', 'pods'), false],
    ['any resource', ruleOf([''], ['orders'], ['get']), wanted('get', '', '*'), true],
    ['any resource, of a subresource', ruleOf([''], ['orders/status', ''], ['get']), wanted('get', '', '*'), false],
    ['any subresource', ruleOf([''], ['extras/a'], ['get']), wanted('get', '', 'extras/*'), true],
    ['any subresource, of every resource', ruleOf([''], ['*/a'], ['get']), wanted('get', '', 'extras/*'), true],
    ['any subresource, of none', ruleOf([''], ['extras', 'extrasx/a'], ['get']), wanted('get', '', 'extras/*'), false],
  ])('decides on %s', (_, rule, grant, expected) => {
    expect(grants(rule, grant)).toBe(expected);
    expect(matchesOf(rule, [grant]).length > 0).toBe(expected);
  });

  it('limits a rule with names only where it is told to', () => {
    const named = ruleOf([''], ['pods'], ['get'], ['web', 'api']);
    const unnamed = ruleOf([''], ['pods'], ['get']);
    expect(grants(named, wanted('get', '', 'pods'))).toBe(true);
    expect(grants(named, wanted('get', '', 'pods', { withNames: neverWithNames }))).toBe(false);
    expect(grants(unnamed, wanted('get', '', 'pods', { withNames: neverWithNames }))).toBe(true);
    expect(grants(named, wanted('get', '', 'pods', { withNames: (names) => names.includes('api') }))).toBe(true);
  });
});

function often(entry: string): string[] {
  return Array.from({ length: 10_000 }, () => entry);
}

describe('matchesOf', () => {
  it('tells by which entries', () => {
    const grant = wanted('get,list', '', 'pods,secrets');
    const rule = ruleOf(['apps', ''], ['secrets', '*'], ['watch', 'list', '*']);
    const found = matchesOf(rule, [wanted('get', 'batch', 'jobs'), grant]);
    expect(
      found.map(({ verb, resource, verbIndex, groupIndex, resourceIndex }) =>
        [verb, resource, verbIndex, groupIndex, resourceIndex].join(' '),
      ),
    ).toEqual([
      'list secrets 1 1 0',
      'get secrets 2 1 0',
      'list secrets 2 1 0',
      'list pods 1 1 1',
      'list secrets 1 1 1',
      'get pods 2 1 1',
      'list pods 2 1 1',
      'get secrets 2 1 1',
      'list secrets 2 1 1',
    ]);
    expect(found.every((match) => match.grant === grant)).toBe(true);
  });

  it('is not drowned by a rule that says a thing over and over', () => {
    const rule = ruleOf(['', ...often('')], often('pods'), ['watch', ...often('get')]);
    expect(matchesOf(rule, [wanted('get', '', 'pods')])).toMatchObject([
      { verbIndex: 1, groupIndex: 0, resourceIndex: 0 },
    ]);
  });
});
