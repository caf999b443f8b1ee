import { describe, expect, it } from 'vitest';
import { asObject, type JsonObject } from '../../core/json.ts';
import { UnknownValue, UnknownValueRead } from '../../core/unknown-value.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { role } from '../role.ts';
import { aggregationLabel, builtInGatherersOf, isGathered, ruleSourcesOf } from './aggregation.ts';
import { clusterRole, coreRule, namespacedRole } from './rbac-objects.ts';

const gathering = (...selectors: readonly JsonObject[]) => ({
  aggregationRule: { clusterRoleSelectors: selectors },
});
const byLabel = (value: string) => ({ matchLabels: { 'shop.example/part-of': value } });
const partOf = (value: string) => ({ 'shop.example/part-of': value });

const get = [coreRule('get', 'pods')];

const objects = [
  clusterRole('all', [coreRule('*', 'pods')], gathering(byLabel('all'), byLabel('more'))),
  clusterRole('some', null, gathering(byLabel('some')), partOf('all')),
  clusterRole('reader', get, {}, partOf('some')),
  clusterRole('writer', [coreRule('create', 'pods')], {}, partOf('more')),
  clusterRole('other', get),
  { ...namespacedRole('shop', 'reader', get), metadata: { name: 'part', namespace: 'shop', labels: partOf('all') } },
];

function sourcesOf(name: string, all: readonly JsonObject[] = objects, complete = true) {
  const inventory = inventoryOfObjects(all, complete);
  const resource = inventory.resources.find((each) => each.name === name);
  if (resource === undefined) throw new Error(`no ${name}`);
  const { resources, missing } = ruleSourcesOf(resource, inventory);
  return { names: resources.map((each) => each.name), missing: missing?.what };
}

describe('ruleSourcesOf', () => {
  it('are the role itself', () => {
    expect(sourcesOf('reader')).toEqual({ names: ['reader'], missing: undefined });
    expect(sourcesOf('reader', objects, false)).toEqual({ names: ['reader'], missing: undefined });
  });

  it('are the roles that are gathered, also through others, and not what the manifest writes', () => {
    expect(sourcesOf('all')).toEqual({ names: ['writer', 'reader'], missing: undefined });
    expect(sourcesOf('some')).toEqual({ names: ['reader'], missing: undefined });
  });

  it('are not all shown where the scan is partial', () => {
    expect(sourcesOf('some', objects, false)).toEqual({
      names: ['reader'],
      missing: 'perhaps not every ClusterRole is among the inputs',
    });
  });

  it('are the role itself where the server has filled it', () => {
    expect(sourcesOf('all', [stored(objects[0] ?? {}), ...objects.slice(1)], false)).toEqual({
      names: ['all'],
      missing: undefined,
    });
  });

  it('are all shown of a built-in role that a cluster has filled, whether its uid is there or not', () => {
    const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
    const filled = clusterRole('all', get, gathering(byLabel('all')), labels);
    expect(sourcesOf('all', [filled, ...objects.slice(1)], false)).toEqual({
      names: ['all', 'reader'],
      missing: undefined,
    });
    const empty = clusterRole('all', [], gathering(byLabel('all')), labels);
    expect(sourcesOf('all', [empty, ...objects.slice(1)], false).missing).toBe(
      'perhaps not every ClusterRole is among the inputs',
    );
  });

  it('are a built-in role and what joins it', () => {
    const label = aggregationLabel('view');
    const view = clusterRole('view', get, gathering({ matchLabels: { [label]: 'true' } }), {
      'kubernetes.io/bootstrapping': 'rbac-defaults',
    });
    const part = clusterRole('orders', get, {}, { [label]: 'true' });
    expect(sourcesOf('view', [view, part]).names).toEqual(['view', 'orders']);
  });

  it('come to an end in a circle', () => {
    const one = clusterRole('one', null, gathering(byLabel('one')), partOf('two'));
    const two = clusterRole('two', null, gathering(byLabel('two')), partOf('one'));
    expect(sourcesOf('one', [one, two]).names).toEqual([]);
  });

  it.each([
    [null, ['odd']],
    [{}, []],
    [{ clusterRoleSelectors: null }, []],
    [{ clusterRoleSelectors: [null] }, ['reader']],
    [{ clusterRoleSelectors: [{}] }, ['reader']],
    ['x', []],
  ])('of an aggregation rule %j are %j', (aggregationRule, expected) => {
    const odd = clusterRole('odd', get, { aggregationRule });
    expect(sourcesOf('odd', [odd, clusterRole('reader', get)]).names).toEqual(expected);
  });
});

describe('very many aggregated roles', () => {
  it('are not gathered', () => {
    const many = Array.from({ length: 450 }, (_, index) => clusterRole(`r${index}`, get, gathering({}), partOf('all')));
    const inventory = inventoryOfObjects(many, true);
    const [first] = inventory.resources;
    expect(sourcesOf('r0', many)).toEqual({ names: [], missing: 'there are too many aggregated roles to gather' });
    expect(first && isGathered(first, inventory)).toBe(false);
  });
});

describe('the rules of an aggregated role', () => {
  it('stand in the roles that it gathers', () => {
    const views = [...role.enumerate(inventoryOfObjects(objects, true))];
    const all = views.find(({ resource }) => resource.name === 'all');
    expect(all?.rules.map(({ part, verbs, resource, anchor }) => [part, verbs, resource.name, anchor.path])).toEqual([
      ['rule 1 of ClusterRole writer', ['create'], 'writer', ['rules', 0]],
      ['rule 1 of ClusterRole reader', ['get'], 'reader', ['rules', 0]],
    ]);
    expect(all?.rules.every((rule) => rule.role === all)).toBe(true);
  });
});

/** An object as the server stores it. */
function stored(content: JsonObject): JsonObject {
  return { ...content, metadata: { ...asObject(content['metadata']), uid: '5c1d' } };
}

function isReaderGathered(...objectsOfBoth: readonly JsonObject[]): boolean {
  const inventory = inventoryOfObjects(objectsOfBoth);
  return inventory.resources.some((resource) => resource.name === 'reader' && isGathered(resource, inventory));
}

describe('isGathered', () => {
  it('is true of the parts of other roles', () => {
    const inventory = inventoryOfObjects(objects);
    const gathered = inventory.resources.filter((resource) => isGathered(resource, inventory));
    expect(gathered.map(({ name }) => name)).toEqual(['some', 'reader', 'writer']);
  });

  it('is true of a stored role only of what is stored too', () => {
    const [all, reader] = [
      clusterRole('all', get, gathering(byLabel('all'))),
      clusterRole('reader', get, {}, partOf('all')),
    ];
    expect(isReaderGathered(stored(all), reader)).toBe(false);
    expect(isReaderGathered(stored(all), stored(reader))).toBe(true);
    expect(isReaderGathered(all, stored(reader))).toBe(true);
  });

  it('says that it is not known what a role gathers', () => {
    const unknown = clusterRole('all', get, { aggregationRule: new UnknownValue('the value is not set') });
    const inventory = inventoryOfObjects([unknown, clusterRole('reader', get)]);
    const [, reader] = inventory.resources;
    expect(() => reader && isGathered(reader, inventory)).toThrow(UnknownValueRead);
  });
});

describe('builtInGatherersOf', () => {
  it.each([
    ['view', ['view', 'edit', 'admin']],
    ['edit', ['edit', 'admin']],
    ['admin', ['admin']],
    ['other', []],
  ])('of what joins %s are %j', (joined, expected) => {
    const [resource] = inventoryOfObjects([
      clusterRole('part', get, {}, { [aggregationLabel(joined)]: 'true' }),
    ]).resources;
    expect(resource && builtInGatherersOf(resource)).toEqual(expected);
  });

  it('are none without the value', () => {
    const [resource] = inventoryOfObjects([
      clusterRole('part', get, {}, { [aggregationLabel('view')]: 'yes' }),
    ]).resources;
    expect(resource && builtInGatherersOf(resource)).toEqual([]);
  });
});
