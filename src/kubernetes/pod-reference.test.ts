import { describe, expect, it } from 'vitest';
import { formatPath } from '../core/path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podReferencesOf } from './pod-reference.ts';
import { workload } from './workload.ts';

function referencesOf(spec: object): unknown[] {
  const inventory = inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec }]);
  return [...workload.enumerate(inventory)].flatMap((judged) =>
    [...podReferencesOf(judged)].map(({ kind, name, keys, isOptional, at }) => [
      `${kind} ${name}${isOptional ? ' optional' : ''}`,
      keys?.map(({ key, at: place }) => `${key} ${formatPath(place.path)}`),
      formatPath(at.path),
    ]),
  );
}

describe('podReferencesOf', () => {
  it('finds variables of every container', () => {
    const env = [
      { name: 'A', value: 'plain' },
      { name: 'B', valueFrom: { configMapKeyRef: { name: 'settings', key: 'b' } } },
      { name: 'C', valueFrom: { secretKeyRef: { name: 'login', key: 'c', optional: true } } },
      { name: 'D', valueFrom: { secretKeyRef: { name: 'login' } } },
      'damaged',
    ];
    const envFrom = [{ configMapRef: { name: 'all' } }, { secretRef: { name: 'login', optional: true } }, {}];
    expect(referencesOf({ initContainers: [{ name: 'a', env }], containers: [{ name: 'b', envFrom }] })).toEqual([
      [
        'ConfigMap settings',
        ['b spec.initContainers[0].env[1].valueFrom.configMapKeyRef.key'],
        'spec.initContainers[0].env[1].valueFrom.configMapKeyRef.name',
      ],
      [
        'Secret login optional',
        ['c spec.initContainers[0].env[2].valueFrom.secretKeyRef.key'],
        'spec.initContainers[0].env[2].valueFrom.secretKeyRef.name',
      ],
      ['Secret login', undefined, 'spec.initContainers[0].env[3].valueFrom.secretKeyRef.name'],
      ['ConfigMap all', undefined, 'spec.containers[0].envFrom[0].configMapRef.name'],
      ['Secret login optional', undefined, 'spec.containers[0].envFrom[1].secretRef.name'],
    ]);
  });

  it('finds volumes', () => {
    const volumes = [
      { name: 'a', configMap: { name: 'settings', items: [{ key: 'a', path: 'a' }, 'damaged'] } },
      { name: 'b', secret: { secretName: 'login', optional: true } },
      { name: 'c', projected: { sources: [{ secret: { name: 'login', items: [{ key: 'c' }] } }, { configMap: {} }] } },
      { name: 'd', csi: { driver: 'csi.example', nodePublishSecretRef: { name: 'store' } } },
      { name: 'e', emptyDir: {} },
    ];
    expect(referencesOf({ containers: [{ name: 'web' }], volumes })).toEqual([
      [
        'ConfigMap settings',
        ['a spec.volumes[0].configMap.items[0].key', ' spec.volumes[0].configMap.items[1].key'],
        'spec.volumes[0].configMap.name',
      ],
      ['Secret login optional', undefined, 'spec.volumes[1].secret.secretName'],
      [
        'Secret login',
        ['c spec.volumes[2].projected.sources[0].secret.items[0].key'],
        'spec.volumes[2].projected.sources[0].secret.name',
      ],
      ['Secret store', undefined, 'spec.volumes[3].csi.nodePublishSecretRef.name'],
    ]);
  });
});
