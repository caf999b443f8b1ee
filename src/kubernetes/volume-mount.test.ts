import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { mountsOf, type VolumeMount } from './volume-mount.ts';
import { workload } from './workload.ts';

function mountsIn(spec: unknown, volume: string): VolumeMount[] {
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec } } };
  return [...workload.enumerate(inventoryOfObjects([object]))].flatMap((view) => mountsOf(view, volume));
}

describe('mountsOf', () => {
  it('finds the mounts of a volume in containers of every role', () => {
    const mounts = mountsIn(
      {
        initContainers: [{ name: 'migrate', volumeMounts: [{ name: 'data', readOnly: true }] }],
        containers: [
          { name: 'web', volumeMounts: [{ name: 'other' }, { name: 'data', readOnly: false }, { name: 'data' }] },
        ],
        ephemeralContainers: [{ name: 'debug', volumeMounts: [{ name: 'data', readOnly: 'true' }] }],
      },
      'data',
    );
    expect(mounts.map((mount) => [mount.container.name, mount.volume, mount.isReadOnly])).toEqual([
      ['migrate', 'data', true],
      ['web', 'data', false],
      ['web', 'data', false],
      ['debug', 'data', false],
    ]);
    expect(mounts[1]?.at('readOnly').path).toEqual([
      'spec',
      'template',
      'spec',
      'containers',
      0,
      'volumeMounts',
      1,
      'readOnly',
    ]);
    expect(mounts[1]?.at()).toEqual(mounts[1]?.container.at('volumeMounts', 1));
  });

  it.each([[undefined], [null], [{}], ['data'], [['data']], [[null]], [[{ name: 7 }]]])(
    'finds none where volumeMounts are %j',
    (volumeMounts) => {
      expect(mountsIn({ containers: [{ name: 'web', volumeMounts }] }, 'data')).toEqual([]);
    },
  );
});
