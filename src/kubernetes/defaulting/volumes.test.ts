import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import type { Target } from './rule.ts';
import { volume } from './volumes.ts';

function target(minor: number): Target {
  return { targetVersion: { major: 1, minor } };
}

const newest = target(36);

describe('volume', () => {
  it('is an empty directory without a source', () => {
    expect(volume({ name: 'v' }, newest)).toEqual({ name: 'v', emptyDir: {} });
    expect(volume({ name: 'v', secret: null, emptyDirectory: {} }, newest)).toEqual({
      name: 'v',
      secret: null,
      emptyDirectory: {},
      emptyDir: {},
    });
    const unknown = { name: 'v', csi: new UnknownValue('a variable') };
    expect(volume(unknown, newest)).toBe(unknown);
  });

  it.each([
    ['emptyDir', { medium: '', sizeLimit: '0.5Gi' }, { sizeLimit: '512Mi' }],
    ['hostPath', { path: '/' }, { path: '/', type: '' }],
    ['secret', { secretName: 's' }, { secretName: 's', defaultMode: 420 }],
    ['configMap', { name: '' }, { defaultMode: 420 }],
    [
      'downwardAPI',
      { items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name' } }] },
      { items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } }], defaultMode: 420 },
    ],
    [
      'projected',
      {
        sources: [{ serviceAccountToken: { path: 't', audience: '' } }, { downwardAPI: { items: [{ fieldRef: {} }] } }],
      },
      {
        sources: [
          { serviceAccountToken: { path: 't', expirationSeconds: 3600 } },
          { downwardAPI: { items: [{ fieldRef: { apiVersion: 'v1' } }] } },
        ],
        defaultMode: 420,
      },
    ],
    ['ephemeral', { volumeClaimTemplate: {} }, { volumeClaimTemplate: { spec: { volumeMode: 'Filesystem' } } }],
    ['persistentVolumeClaim', { claimName: 'c', readOnly: false }, { claimName: 'c' }],
    ['iscsi', { lun: 0, readOnly: false }, { lun: 0, iscsiInterface: 'default' }],
    ['rbd', { image: 'i' }, { image: 'i', pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' }],
    ['scaleIO', { system: 's' }, { system: 's', storageMode: 'ThinProvisioned', fsType: 'xfs' }],
    [
      'azureDisk',
      { diskName: 'd' },
      { diskName: 'd', cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared' },
    ],
    ['nfs', { server: 's', path: '/', readOnly: true }, { server: 's', path: '/', readOnly: true }],
    ['gcePersistentDisk', { pdName: 'd', partition: 0, fsType: '' }, { pdName: 'd' }],
  ])('defaults %s', (source, given, expected) => {
    expect(volume({ name: 'v', [source]: given }, newest)).toEqual({ name: 'v', [source]: expected });
  });

  it('keeps what is given', () => {
    for (const given of [
      { hostPath: { path: '/', type: 'Directory' } },
      { secret: { secretName: 's', defaultMode: 0 } },
      { projected: { defaultMode: 256, sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 600 } }] } },
      { secret: 'mine' },
      { projected: { defaultMode: 256, sources: 'all' } },
    ]) {
      expect(volume(given, newest)).toBe(given);
    }
  });

  it('says from 1.35 on when an image is pulled', () => {
    const given = { name: 'v', image: { reference: 'web', pullPolicy: '' } };
    expect(volume(given, target(34))).toEqual({ name: 'v', image: { reference: 'web' } });
    expect(volume(given, target(35))).toEqual({ name: 'v', image: { reference: 'web', pullPolicy: 'Always' } });
  });
});
