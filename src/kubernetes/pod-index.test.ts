import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podIndexOf } from './pod-index.ts';

const pod = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };

function owner(apiVersion: string, kind: string, name: string, labels: JsonObject): JsonObject {
  const metadata = { name, namespace: 'shop' };
  return { apiVersion, kind, metadata, spec: { template: { metadata: { labels }, spec: pod } } };
}

const deployment = owner('apps/v1', 'Deployment', 'web', { app: 'web' });
const statefulSet = owner('apps/v1', 'StatefulSet', 'db', { app: 'db' });
const runner = owner('shop.example/v1', 'Runner', 'batch', { app: 'batch' });
const single = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one', labels: { app: 'web' } }, spec: pod };

function selected(objects: readonly JsonObject[], matchLabels: JsonObject, namespace = 'shop'): unknown {
  const { items, hidden } = podIndexOf(inventoryOfObjects(objects)).select({ matchLabels }, namespace);
  return [items.map(({ resource }) => resource.name), hidden];
}

describe('podIndexOf', () => {
  const objects = [deployment, statefulSet, runner, single];

  it('selects by namespace and labels, custom resources too', () => {
    expect(selected(objects, { app: 'web' })).toEqual([['web'], undefined]);
    expect(selected(objects, { app: 'web' }, 'default')).toEqual([['one'], undefined]);
    expect(selected(objects, { app: 'batch' })).toEqual([['batch'], undefined]);
    expect(selected(objects, { app: 'web' }, 'other')).toEqual([[], undefined]);
  });

  it('selects in all namespaces', () => {
    const { items, hidden } = podIndexOf(inventoryOfObjects(objects)).selectEverywhere({ matchLabels: { app: 'web' } });
    expect([items.map(({ resource }) => resource.name), hidden]).toEqual([['web', 'one'], undefined]);
  });

  it.each([
    ['statefulset.kubernetes.io/pod-name', 'db-0', ['db']],
    ['statefulset.kubernetes.io/pod-name', 'db-x', []],
    ['statefulset.kubernetes.io/pod-name', 'web-0', []],
    ['pod-template-hash', '6d4b75cb6d', ['web', 'batch']],
    ['controller-revision-hash', '6d4b75cb6d', ['db', 'batch']],
    ['job-name', 'batch-1', ['batch']],
    ['job-name', 'web', []],
  ])('knows that pods may be given %s=%s', (key, value, expected) => {
    expect(selected(objects, { [key]: value })).toEqual([expected, undefined]);
    expect(selected(objects, { [key]: value }, 'default')).toEqual([[], undefined]);
  });

  it('is made once for an inventory, and names its namespaces', () => {
    const inventory = inventoryOfObjects(objects);
    expect(podIndexOf(inventory)).toBe(podIndexOf(inventory));
    expect(podIndexOf(inventory).namespaces).toEqual(['shop', 'default']);
  });

  it('tells of pods whose labels are not known', () => {
    const hidden = owner('apps/v1', 'Deployment', 'api', { app: new UnknownValue('a variable') });
    expect(selected([deployment, hidden], { app: 'web' })).toEqual([
      ['web'],
      'Deployment shop/api: spec.template.metadata.labels.app is not known: a variable',
    ]);
  });
});
