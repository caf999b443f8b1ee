import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { mappingOf } from './rule.ts';
import {
  csiDriver,
  csiStorageCapacity,
  persistentVolume,
  persistentVolumeClaim,
  storageClass,
  volumeAttachment,
} from './storage.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

function specOf(spec: object): unknown {
  return mappingOf(persistentVolumeClaim({ spec }, target))['spec'];
}

describe('persistentVolumeClaim', () => {
  const volumeMode = 'Filesystem';

  it('is a file system', () => {
    expect(persistentVolumeClaim({}, target)).toEqual({ spec: { volumeMode } });
    expect(specOf({ volumeMode: 'Block', volumeName: '', resources: { requests: { storage: '0.5Gi' } } })).toEqual({
      volumeMode: 'Block',
      resources: { requests: { storage: '512Mi' } },
    });
  });

  it('names its source by both fields', () => {
    const claim = { kind: 'PersistentVolumeClaim', name: 'a' };
    const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' };
    const other = { apiGroup: 'a.example', kind: 'Other', name: 'a' };
    for (const source of [claim, snapshot]) {
      const both = { volumeMode, dataSource: source, dataSourceRef: source };
      expect(specOf({ dataSource: source })).toEqual(both);
      expect(specOf({ dataSourceRef: source })).toEqual(both);
    }
    expect(specOf({ dataSourceRef: { ...other, namespace: '' } })).toEqual({
      volumeMode,
      dataSource: other,
      dataSourceRef: { ...other, namespace: '' },
    });
  });

  it('drops a source that the old field cannot name', () => {
    expect(specOf({ dataSource: { apiGroup: 'a.example', kind: 'Other', name: 'a' } })).toEqual({ volumeMode });
    expect(specOf({ dataSource: { apiGroup: 'a.example', kind: 'PersistentVolumeClaim', name: 'a' } })).toEqual({
      volumeMode,
    });
    expect(specOf({ dataSource: { kind: 'VolumeSnapshot', name: 'a' } })).toEqual({ volumeMode });
  });

  it('keeps a source in another namespace, and what is malformed or not known', () => {
    const unknown = new UnknownValue('a variable');
    for (const given of [
      { volumeMode, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a', namespace: 'b' } },
      { volumeMode, dataSource: unknown },
      { volumeMode, dataSource: 'text' },
      { volumeMode, dataSourceRef: [] },
    ]) {
      expect(specOf(given)).toBe(given);
    }
    expect(specOf({ dataSource: { kind: unknown, name: 'a' } })).toMatchObject({ dataSourceRef: { kind: unknown } });
  });
});

describe('persistentVolume', () => {
  it('is a file system that is retained', () => {
    expect(persistentVolume({}, target)).toEqual({
      spec: { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
    });
    const given = { persistentVolumeReclaimPolicy: 'Delete', volumeMode: 'Block' };
    expect(persistentVolume({ spec: given }, target)).toEqual({ spec: given });
  });

  it('defaults its source', () => {
    const spec = {
      persistentVolumeReclaimPolicy: '',
      capacity: { storage: '1024Mi' },
      hostPath: { path: '/data' },
      csi: { driver: 'd', readOnly: false },
      claimRef: { kind: 'PersistentVolumeClaim', uid: '' },
      storageClassName: '',
    };
    expect(persistentVolume({ spec }, target)).toEqual({
      spec: {
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
        capacity: { storage: '1Gi' },
        hostPath: { path: '/data', type: '' },
        csi: { driver: 'd' },
        claimRef: { kind: 'PersistentVolumeClaim' },
      },
    });
  });
});

describe('volumeAttachment', () => {
  it('defaults the source of an inline volume alone', () => {
    const inlineVolumeSpec = { iscsi: { lun: 1 }, persistentVolumeReclaimPolicy: '' };
    expect(volumeAttachment({ spec: { source: { inlineVolumeSpec } } }, target)).toEqual({
      spec: { source: { inlineVolumeSpec: { iscsi: { lun: 1, iscsiInterface: 'default' } } } },
    });
  });
});

describe('storageClass', () => {
  it('deletes, and binds at once', () => {
    expect(storageClass({ provisioner: 'p' }, target)).toEqual({
      provisioner: 'p',
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
  });
});

describe('csiDriver', () => {
  const defaults = {
    attachRequired: true,
    podInfoOnMount: false,
    storageCapacity: false,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
    requiresRepublish: false,
    seLinuxMount: false,
  };

  it('has all its settings', () => {
    expect(csiDriver({}, target)).toEqual({ spec: defaults });
    expect(csiDriver({ spec: { volumeLifecycleModes: [], attachRequired: false } }, target)).toEqual({
      spec: { ...defaults, attachRequired: false },
    });
  });
});

describe('csiStorageCapacity', () => {
  it('writes amounts in the form of the API', () => {
    expect(csiStorageCapacity({ capacity: '1024Gi', maximumVolumeSize: '0.5Ti' }, target)).toEqual({
      capacity: '1Ti',
      maximumVolumeSize: '512Gi',
    });
  });
});
