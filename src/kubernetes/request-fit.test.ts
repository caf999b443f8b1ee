import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { averageQuantity } from './quantity-share.ts';
import { requestFit } from './request-fit.ts';
import { workloadsIn } from './workload.ts';

function statefulSet(resources: JsonObject): JsonObject {
  const containers = [{ name: 'web', resources }];
  const metadata = { name: 'web', namespace: 'shop' };
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { template: { spec: { containers } } } };
}

function pod(name: string): JsonObject {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', controller: true }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', ownerReferences } };
}

function sample(name: string, container: string, usage: JsonObject): JsonObject {
  const metadata = { name, namespace: 'shop' };
  return {
    apiVersion: 'metrics.k8s.io/v1beta1',
    kind: 'PodMetrics',
    metadata,
    containers: [{ name: container, usage }],
  };
}

/** The words for how the container fits, or why there are none. */
function fit(resources: JsonObject, cpu: string): unknown {
  const inventory = inventoryOfObjects([statefulSet(resources), pod('web-0'), sample('web-0', 'web', { cpu })]);
  const [container] = workloadsIn('shop', inventory).flatMap(({ containers }) => containers);
  const made = container && requestFit(container, 'cpu', averageQuantity, inventory);
  return made?.is === 'known' ? made.data : made?.is;
}

describe('requestFit', () => {
  it('proposes a fifth more than what is used, and not more than the limit', () => {
    const data = { used: '50m', request: '100m', share: 50, fitting: '60m' };
    expect(fit({ requests: { cpu: '100m' } }, '50m')).toEqual(data);
    expect(fit({ requests: { cpu: '100m' }, limits: { cpu: '55m' } }, '50m')).toEqual({ ...data, fitting: '55m' });
    expect(fit({ limits: { cpu: '100m' } }, '50m')).toEqual(data);
  });

  it('is none without a request, and unknown without a sample', () => {
    expect(fit({}, '50m')).toBe('none');
    expect(fit({ requests: { cpu: '100m' } }, 'much')).toBe('unknown');
  });
});
