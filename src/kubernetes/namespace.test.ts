import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type Namespace, namespace } from './namespace.ts';

function namespacesOf(...objects: readonly JsonObject[]): Namespace[] {
  return [...namespace.enumerate(inventoryOfObjects(objects))];
}

const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales', level: 2 } } };

function inShop(apiVersion: string, kind: string, name: string): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' } };
}

describe('namespace', () => {
  it('is an object, or implied by one that lies in it', () => {
    const views = namespacesOf(
      inShop('v1', 'Pod', 'web'),
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'jobs' } },
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b', namespace: 'jobs' } },
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'c' } },
      { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } },
      shop,
    );
    expect(views.map(({ name, resource }) => [name, resource?.name])).toEqual([
      ['shop', 'shop'],
      ['jobs', undefined],
      ['default', undefined],
    ]);
    expect(views.map(({ reference }) => reference)).toEqual(
      ['shop', 'jobs', 'default'].map((name) => ({ kind: 'Namespace', namespace: undefined, name })),
    );
  });

  it('is anchored at its object, or at the field that implies it', () => {
    const [known, implied] = namespacesOf(shop, { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'jobs' } });
    expect(known?.anchor).toEqual({ resource: known?.resource, path: [] });
    expect(known?.at('metadata', 'labels')).toEqual({ resource: known?.resource, path: ['metadata', 'labels'] });
    expect(implied?.anchor.resource.kind).toBe('Pod');
    expect(implied?.anchor.path).toEqual(['metadata', 'namespace']);
    expect(implied?.at('metadata', 'labels')).toBe(implied?.anchor);
  });

  it('has labels where its object is known', () => {
    const [known, bare, implied] = namespacesOf(
      shop,
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bare' } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'jobs' } },
    );
    expect(known?.labels).toEqual(new Map([['team', 'sales']]));
    expect(bare?.labels).toEqual(new Map());
    expect(implied?.labels).toBeUndefined();
  });

  it('holds its workloads and no others', () => {
    const [view] = namespacesOf(
      shop,
      inShop('batch/v1', 'Job', 'report'),
      inShop('v1', 'Service', 'web'),
      inShop('apps/v1', 'Deployment', 'web'),
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other', namespace: 'jobs' } },
    );
    expect(view?.workloads.map(({ resource }) => resource.kind)).toEqual(['batch/Job', 'apps/Deployment']);
    expect(view?.workloads).toBe(view?.workloads);
  });

  it('goes by the name that reports use', () => {
    expect(namespace.name).toBe('namespace');
  });

  it('covers Namespace objects', () => {
    const { resources } = inventoryOfObjects([shop, inShop('v1', 'Pod', 'web')]);
    expect(resources.map((resource) => namespace.covers(resource))).toEqual([true, false]);
  });
});
