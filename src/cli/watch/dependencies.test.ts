import { expect, it } from 'vitest';
import { checks } from '../../checks/registry.generated.ts';
import { toyCheck } from '../../core/toy-world.ts';
import { inventoryOfObjects } from '../../kubernetes/inventory-of-objects.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { checkDependencies } from './dependencies.ts';

const template = { metadata: {}, spec: { containers: [{ name: 'web', image: 'registry.example/web:1' }] } };
const owner = [{ apiVersion: 'example.org/v1', kind: 'Shop', name: 'shop', controller: true }];
const objects = [
  { apiVersion: 'example.org/v1', kind: 'Shop', metadata: { name: 'shop' }, spec: { template } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ownerReferences: owner }, spec: template.spec },
];
const [shop, service, pod] = inventoryOfObjects(objects).resources;

function readBy(reads: readonly string[]): boolean[] {
  return [shop, service, pod].map(
    (resource) => resource !== undefined && checkDependencies.reads(toyCheck('a', { reads }), resource),
  );
}

it('reads the kinds that a check names, and with every kind of workload custom resources with pods', () => {
  expect(readBy(['Service'])).toEqual([false, true, false]);
  expect(readBy(['Pod'])).toEqual([false, false, true]);
  expect(readBy(workloadKinds)).toEqual([true, false, true]);
  expect(readBy([])).toEqual([false, false, false]);
});

it('links an object to its owner, if that is there', () => {
  const held = inventoryOfObjects(objects);
  const [, , controlled] = held.resources;
  if (controlled === undefined || service === undefined) throw new Error('no objects');
  expect(checkDependencies.linkOf(controlled, held)).toBe('example.org/Shop default/shop');
  expect(checkDependencies.linkOf(controlled, inventoryOfObjects(objects.slice(1)))).toBe('');
  expect(checkDependencies.linkOf(service, held)).toBe('');
});

/** Whoever adds a subject says here whether its views show more than their own resource, and in dependencies.ts. */
it('knows every subject of the checks', () => {
  const alone = new Set<string>();
  const others = new Set<string>();
  for (const { on } of checks) (checkDependencies.isSelfContained(on) ? alone : others).add(on.name);
  expect([...alone].toSorted()).toEqual(['binding', 'object', 'role', 'workload']);
  expect([...others].toSorted()).toEqual(['cluster', 'namespace']);
});
