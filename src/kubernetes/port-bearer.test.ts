import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { portBearer } from './port-bearer.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }, 'damaged'] } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec } } },
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web' }, spec: { ports: [1] } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' } },
]);

describe('portBearer', () => {
  it('covers workloads, Services and Ingresses', () => {
    expect(inventory.resources.map(portBearer.covers)).toEqual([true, true, true, false]);
    const [service, deployment, ingress, ...others] = portBearer.enumerate(inventory);
    expect(others).toEqual([]);
    expect(service?.servicePorts).toEqual([{ port: 80 }, {}]);
    expect(service?.workload).toBeUndefined();
    expect(deployment?.workload?.containers).toHaveLength(1);
    expect(deployment?.factRoot).toEqual(['spec', 'template']);
    expect(deployment?.servicePorts).toEqual([]);
    expect(ingress?.servicePorts).toEqual([]);
    expect(ingress?.at('spec').path).toEqual(['spec']);
  });
});
