import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { anyObject, isStored, objectsOf } from './object.ts';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', uid: '1', labels: { app: 'web', port: 80 }, annotations: { a: 'b' } },
  spec: { type: 'ClusterIP' },
};
const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' }, status: { phase: 'Running' } };
const inventory = inventoryOfObjects([service, node]);

describe('objectsOf', () => {
  it('gives the objects of its kinds', () => {
    const [view, ...others] = objectsOf('Service', 'networking.k8s.io/Ingress').enumerate(inventory);
    expect(others).toEqual([]);
    expect(view).toMatchObject({ kind: 'Service', name: 'web', namespace: 'shop', spec: { type: 'ClusterIP' } });
    expect(view?.status).toEqual({});
    expect([...(view?.labels ?? [])]).toEqual([['app', 'web']]);
    expect([...(view?.annotations ?? [])]).toEqual([['a', 'b']]);
    expect(view?.at('spec', 'type').path).toEqual(['spec', 'type']);
    expect(view?.anchor.path).toEqual([]);
  });

  it('is one subject for the same kinds in any order', () => {
    expect(objectsOf('Service', 'Node')).toBe(objectsOf('Node', 'Service'));
    expect(objectsOf('Service')).not.toBe(objectsOf('Node'));
  });

  it('covers its kinds', () => {
    const [first, second] = inventory.resources;
    expect([first, second].map((resource) => resource && objectsOf('Node').covers(resource))).toEqual([false, true]);
  });
});

describe('anyObject', () => {
  it('gives every object', () => {
    expect([...anyObject.enumerate(inventory)].map(({ kind, namespace }) => [kind, namespace])).toEqual([
      ['Service', 'shop'],
      ['Node', undefined],
    ]);
  });
});

describe('isStored', () => {
  it('goes by the uid that the server gives', () => {
    expect(inventory.resources.map(isStored)).toEqual([true, false]);
  });
});

describe('what an object sees of its inventory', () => {
  const [view] = objectsOf('Service').enumerate(inventory);

  it('is what its fields name', () => {
    expect(view?.findNamed('Node', 'one', undefined).is).toBe('found');
    expect(view?.findNamed('Node', 'two', undefined).is).toBe('unknown');
    expect(view?.selectNamed('Node', undefined).items).toHaveLength(1);
    expect(view?.selectNamed('Pod', 'shop').items).toEqual([]);
  });

  it('is its pods, and who names what', () => {
    expect(view?.pods.namespaces).toEqual([]);
    expect(view?.references.useOf('Secret', 'login', 'shop')).toBeUndefined();
  });
});
