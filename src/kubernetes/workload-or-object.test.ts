import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadsAnd } from './workload-or-object.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1.4.2' }] };
const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec } } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' } },
]);

describe('workloadsAnd', () => {
  it('gives workloads and objects of its kinds', () => {
    const subject = workloadsAnd('Service');
    expect(inventory.resources.map((resource) => subject.covers(resource))).toEqual([true, true, false]);
    const [service, deployment, ...others] = subject.enumerate(inventory);
    expect(others).toEqual([]);
    expect(service?.workload).toBeUndefined();
    expect(service?.factRoot).toEqual([]);
    expect(service?.namespace).toBe('default');
    expect(service?.at('spec').path).toEqual(['spec']);
    expect(deployment?.workload?.containers).toHaveLength(1);
    expect(deployment?.factRoot).toEqual(['spec', 'template']);
  });

  it('is one subject for the same kinds in any order', () => {
    expect(workloadsAnd('Service', 'Secret')).toBe(workloadsAnd('Secret', 'Service'));
    expect(workloadsAnd('Service')).not.toBe(workloadsAnd());
  });
});
