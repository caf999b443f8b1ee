import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { listenerAccepts } from './gateway-listener.ts';

const apiVersion = 'gateway.networking.k8s.io/v1';

function labelsOf(name: string): ReadonlyMap<string, string> | undefined {
  return name === 'test' ? new Map([['stage', 'test']]) : undefined;
}

function accepts(listener: JsonObject, kind = 'HTTPRoute', spec: JsonObject = {}, namespace = 'shop'): string {
  const [gateway, route] = inventoryOfObjects([
    { apiVersion, kind: 'Gateway', metadata: { name: 'edge', namespace: 'shop' } },
    { apiVersion, kind, metadata: { name: 'web', namespace }, spec },
  ]).resources;
  if (gateway === undefined || route === undefined) throw new Error('an object is missing');
  return listenerAccepts({ protocol: 'HTTP', ...listener }, gateway, route, labelsOf).is;
}

function from(which: string, selector?: JsonObject): JsonObject {
  return { allowedRoutes: { namespaces: { from: which, selector } } };
}

describe('listenerAccepts', () => {
  it('goes by the namespace', () => {
    const selector = { matchLabels: { stage: 'test' } };
    expect([accepts({}), accepts({}, 'HTTPRoute', {}, 'test')]).toEqual(['yes', 'no']);
    expect(accepts(from('All'), 'HTTPRoute', {}, 'test')).toBe('yes');
    expect(accepts(from('None'))).toBe('no');
    expect(accepts(from('Selector', selector), 'HTTPRoute', {}, 'test')).toBe('yes');
    expect(accepts(from('Selector', { matchLabels: { stage: 'live' } }), 'HTTPRoute', {}, 'test')).toBe('no');
    expect(accepts(from('Selector', selector), 'HTTPRoute', {}, 'other')).toBe('unknown');
  });

  it('goes by the kind', () => {
    expect([accepts({}, 'GRPCRoute'), accepts({}, 'TCPRoute'), accepts({ protocol: 'TCP' }, 'TCPRoute')]).toEqual([
      'yes',
      'no',
      'yes',
    ]);
    expect(accepts({ allowedRoutes: { kinds: [{ kind: 'HTTPRoute' }] } }, 'GRPCRoute')).toBe('no');
    expect(accepts({ allowedRoutes: { kinds: [{ kind: 'HTTPRoute', group: 'shop.example' }] } })).toBe('no');
    expect(accepts({ protocol: 'shop.example/bar' })).toBe('yes');
  });

  it('goes by the host names', () => {
    const route = { hostnames: ['api.shop.example'] };
    expect(accepts({ hostname: '*.shop.example' }, 'HTTPRoute', route)).toBe('yes');
    expect(accepts({ hostname: 'api.shop.example' }, 'HTTPRoute', { hostnames: ['*.shop.example'] })).toBe('yes');
    expect(accepts({ hostname: 'www.shop.example' }, 'HTTPRoute', route)).toBe('no');
  });
});
