import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import type { Container } from './container.ts';
import {
  hasLimit,
  hasOwnRequest,
  hasRequest,
  hasResources,
  limitOf,
  requestOf,
  writtenAmount,
} from './container-resources.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { formatQuantity } from './quantity.ts';
import { workloadsOf } from './workload.ts';

interface Scanned {
  readonly container: Container;
  readonly has: (name: string, minor?: number) => { request: boolean; ownRequest: boolean; limit: boolean };
}

/** The one container of a pod in `shop` with these resources, and what it has. */
function scanned(resources: unknown, podResources: unknown = {}, ...others: readonly JsonObject[]): Scanned {
  const spec = { resources: podResources, containers: [{ name: 'web', resources }] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec };
  const inventory = inventoryOfObjects([pod, ...others]);
  const [resource] = inventory.ofKind('Pod');
  const container = resource && workloadsOf(resource, inventory)[0]?.containers[0];
  if (container === undefined) throw new Error('no container');
  return {
    container,
    has(name, minor = 36) {
      const scan = { inventory, targetVersion: { major: 1, minor } };
      return {
        request: hasRequest(container, name, scan),
        ownRequest: hasOwnRequest(container, name, scan),
        limit: hasLimit(container, name, scan),
      };
    },
  };
}

function limitRange(namespace: string, item: JsonObject): JsonObject {
  const limits = [{ type: 'Container', ...item }];
  return { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'usual', namespace }, spec: { limits } };
}

const nothing = { request: false, ownRequest: false, limit: false };
const all = { request: true, ownRequest: true, limit: true };
const requestOnly = { request: true, ownRequest: true, limit: false };

describe('what a container asks for', () => {
  it('is its own request and limit; a limit supplies the request, 0 is nothing', () => {
    expect(scanned({}).has('cpu')).toEqual(nothing);
    expect(scanned({ requests: { cpu: '1' } }).has('cpu')).toEqual(requestOnly);
    expect(scanned({ limits: { cpu: 1 } }).has('cpu')).toEqual(all);
    expect(scanned({ limits: { cpu: 1 } }).has('memory')).toEqual(nothing);
    expect(scanned({ requests: { cpu: 0 }, limits: { cpu: '0m' } }).has('cpu')).toEqual(nothing);
    expect(scanned({ requests: { cpu: null }, limits: { cpu: '500m' } }).has('cpu')).toEqual(all);
    expect(scanned('much').has('cpu')).toEqual(nothing);
  });

  it('is that of the pod as a whole from 1.34 on, but for storage', () => {
    const ofThePod = { requests: { memory: '1Gi' }, limits: { cpu: 2, 'ephemeral-storage': '1Gi' } };
    const { has } = scanned({}, ofThePod);
    expect(has('cpu', 34)).toEqual({ request: true, ownRequest: false, limit: true });
    expect(has('memory', 34)).toEqual({ request: true, ownRequest: false, limit: false });
    expect(has('ephemeral-storage', 34)).toEqual(nothing);
    expect(has('cpu', 33)).toEqual(nothing);
  });

  it('is the default of a LimitRange of the namespace where nothing is written', () => {
    const usual = limitRange('shop', { default: { cpu: 1 }, defaultRequest: { memory: '64Mi' } });
    expect(scanned({}, {}, usual).has('cpu')).toEqual(all);
    expect(scanned({}, {}, usual).has('memory')).toEqual(requestOnly);
    expect(scanned({ limits: { cpu: 0 } }, {}, usual).has('cpu')).toEqual(nothing);
    expect(scanned({ requests: { memory: 0 } }, {}, usual).has('memory')).toEqual(nothing);
    expect(scanned({}, {}, limitRange('jobs', { default: { cpu: 1 } })).has('cpu')).toEqual(nothing);
  });

  it('is read exactly', () => {
    const { container } = scanned({ requests: { cpu: '100m' }, limits: { cpu: 1, memory: '1.5Gi', disk: 'much' } });
    const shown = ['cpu', 'memory', 'disk', 'gpu'].map((name) => {
      const [request, limit] = [requestOf(container, name), limitOf(container, name)];
      return [request && formatQuantity(request), limit && formatQuantity(limit)];
    });
    expect(shown).toEqual([
      ['100m', '1'],
      ['1536Mi', '1536Mi'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(requestOf(scanned({ requests: { cpu: 0 }, limits: { cpu: 1 } }).container, 'cpu')).toBeUndefined();
    expect(writtenAmount(container, 'limits', 'disk')).toBe('much');
  });

  it('is nothing for ephemeral containers', () => {
    const { container } = scanned({});
    expect(hasResources(container)).toBe(true);
    expect(hasResources({ ...container, role: 'ephemeral' })).toBe(false);
  });
});
