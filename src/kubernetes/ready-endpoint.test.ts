import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { hasReadyEndpoint } from './ready-endpoint.ts';

function isReady(endpoints: readonly JsonObject[], name = 'hook', complete = true): string {
  const labels = { 'kubernetes.io/service-name': name };
  const inventory = inventoryOfObjects(
    [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'hook', namespace: 'shop' } },
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name: 'a', namespace: 'shop', labels },
        endpoints,
      },
    ],
    complete,
  );
  const [service] = inventory.resources;
  return service === undefined ? '' : hasReadyEndpoint(service, inventory).is;
}

describe('hasReadyEndpoint', () => {
  it('goes by conditions', () => {
    expect(isReady([{ conditions: { ready: true } }])).toBe('yes');
    expect(isReady([{}])).toBe('yes');
    expect(isReady([{ conditions: { ready: false } }])).toBe('no');
    expect(isReady([])).toBe('no');
    expect(isReady([{}], 'other')).toBe('no');
    expect(isReady([], 'hook', false)).toBe('unknown');
  });
});
