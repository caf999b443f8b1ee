import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { type ClassReference, objectClass, workloadClasses } from './class-reference.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workload } from './workload.ts';

function lines(references: Iterable<ClassReference>): string[] {
  return [...references].map(({ kind, name, at }) => `${kind} ${name} ${formatPath(at.path)}`);
}

function classOf(kind: string, spec: JsonObject, status: JsonObject = {}): string[] {
  const apiVersion = kind === 'Ingress' ? 'networking.k8s.io/v1' : 'v1';
  return inventoryOfObjects([{ apiVersion, kind, spec, status }]).resources.flatMap((one) => lines(objectClass(one)));
}

describe('workloadClasses', () => {
  const pod = {
    priorityClassName: 'high',
    runtimeClassName: 'sandbox',
    volumes: [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } } }, { name: 'b' }],
  };
  const volumeClaimTemplates = [{ spec: { storageClassName: 'slow' } }, { spec: { storageClassName: '' } }, 'damaged'];
  const spec = { template: { spec: pod }, volumeClaimTemplates };

  it.each([
    ['StatefulSet', ['storage.k8s.io/StorageClass slow spec.volumeClaimTemplates[0].spec.storageClassName']],
    ['Deployment', []],
  ])('of a %s', (kind, more) => {
    const inventory = inventoryOfObjects([{ apiVersion: 'apps/v1', kind, spec }]);
    expect([...workload.enumerate(inventory)].flatMap((one) => lines(workloadClasses(one)))).toEqual([
      'scheduling.k8s.io/PriorityClass high spec.template.spec.priorityClassName',
      'node.k8s.io/RuntimeClass sandbox spec.template.spec.runtimeClassName',
      'storage.k8s.io/StorageClass fast spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName',
      ...more,
    ]);
  });
});

describe('objectClass', () => {
  it('is that of an Ingress', () => {
    expect(classOf('Ingress', { ingressClassName: 'nginx', storageClassName: 'fast' })).toEqual([
      'networking.k8s.io/IngressClass nginx spec.ingressClassName',
    ]);
  });

  it('is that of a claim that is not bound', () => {
    const claim = { storageClassName: 'fast' };
    expect(classOf('PersistentVolumeClaim', claim)).toEqual(['storage.k8s.io/StorageClass fast spec.storageClassName']);
    expect(classOf('PersistentVolumeClaim', { ...claim, volumeName: 'disk' })).toEqual([]);
    expect(classOf('PersistentVolumeClaim', claim, { phase: 'Bound' })).toEqual([]);
    expect(classOf('Service', claim)).toEqual([]);
  });
});
