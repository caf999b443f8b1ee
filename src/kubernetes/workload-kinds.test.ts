import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadsExcept, workloadsOnly } from './workload-kinds.ts';

const spec = { containers: [{ name: 'web', image: 'registry.example/web:1' }] };
const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'deployment' }, spec: { template: { spec } } },
  { apiVersion: 'example.org/v1', kind: 'Rollout', metadata: { name: 'rollout' }, spec: { template: { spec } } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'service' } },
]);

function names(subject: ReturnType<typeof workloadsOnly>): string[] {
  return [...subject.enumerate(inventory)].map(({ reference }) => reference.name);
}

describe('workloadsOnly', () => {
  it('gives the kinds and no other', () => {
    expect(names(workloadsOnly('apps/Deployment', 'Service'))).toEqual(['deployment']);
    expect(inventory.resources.map((resource) => workloadsOnly('Pod', 'Service').covers(resource))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is one subject for the same kinds', () => {
    expect(workloadsOnly('Pod', 'apps/Deployment')).toBe(workloadsOnly('apps/Deployment', 'Pod'));
    expect(workloadsOnly('Pod')).not.toBe(workloadsExcept('Pod'));
  });
});

describe('workloadsExcept', () => {
  it('gives every other kind, custom resources included', () => {
    expect(names(workloadsExcept('Pod'))).toEqual(['deployment', 'rollout']);
    expect(inventory.resources.map((resource) => workloadsExcept('Pod').covers(resource))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
