import { describe, expect, it } from 'vitest';
import { examplePod, forbiddenAt, minors, server, verdictLines } from '../check-example.ts';
import { newestPolicyMinor } from '../policy-version.ts';
import { restrictedVolumes } from './restricted-volumes.ts';

const volumesPod = (...volumes: readonly object[]) => examplePod({ spec: { volumes } });

describe('restrictedVolumes', () => {
  it('names volumes, and their types once', () => {
    const pod = volumesPod(
      { name: 'share', nfs: { server: 'files.test', path: '/' } },
      { name: 'scratch', emptyDir: {} },
      { name: 'logs', hostPath: { path: '/var/log' } },
      { name: 'more', nfs: {} },
    );
    expect(verdictLines(restrictedVolumes, pod)).toEqual([
      'restricted volume types (volumes "share", "logs", "more" use restricted volume types "hostPath", "nfs")',
      'spec.volumes[0].nfs',
      'spec.volumes[2].hostPath',
      'spec.volumes[3].nfs',
    ]);
    expect(forbiddenAt(restrictedVolumes, pod)).toEqual(minors(0));
  });

  it.each([
    'hostPath gcePersistentDisk awsElasticBlockStore gitRepo nfs iscsi glusterfs rbd flexVolume cinder cephfs',
    'flocker fc azureFile vsphereVolume quobyte azureDisk photonPersistentDisk portworxVolume scaleIO storageos',
  ])('forbids %s', (types) => {
    for (const type of types.split(' ')) {
      expect(verdictLines(restrictedVolumes, volumesPod({ name: 'data', [type]: {} }))).toEqual([
        `restricted volume types (volume "data" uses restricted volume type "${type}")`,
        `spec.volumes[0].${type}`,
      ]);
    }
  });

  it('lets the types of the level pass', () => {
    const types = 'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret';
    const volumes = types.split(' ').map((type) => ({ name: type.toLowerCase(), [type]: {} }));
    expect(verdictLines(restrictedVolumes, volumesPod(...volumes))).toEqual([]);
  });

  it('takes a volume without a source that the server knows for an emptyDir', () => {
    const volumes = [{ name: 'bare' }, { name: 'none', hostPath: null }, { name: 'new', thoughtOfLater: {} }];
    expect(verdictLines(restrictedVolumes, volumesPod(...volumes))).toEqual([]);
  });

  it('knows images from server 1.33 on, and not of the type before', () => {
    const pod = volumesPod({ name: 'model', image: { reference: 'registry.test/model:1' } });
    const linesOn = (minor: number) =>
      verdictLines(restrictedVolumes, pod, newestPolicyMinor, { serverVersion: server(minor) });
    expect(linesOn(30)).toEqual([]);
    const unknown = [
      'restricted volume types (volume "model" uses restricted volume type "unknown")',
      'spec.volumes[0].image',
    ];
    expect(linesOn(31)).toEqual(unknown);
    expect(linesOn(32)).toEqual(unknown);
    expect(linesOn(33)).toEqual([]);
  });

  it('names the first type of a volume that has several, unless one is allowed', () => {
    const two = { name: 'two', nfs: {}, gitRepo: {} };
    expect(verdictLines(restrictedVolumes, volumesPod(two))[1]).toBe('spec.volumes[0].gitRepo');
    expect(verdictLines(restrictedVolumes, volumesPod({ ...two, secret: {} }))).toEqual([]);
  });
});
