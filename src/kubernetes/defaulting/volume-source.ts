import { objectReference } from './reference.ts';
import { fields, flag, ifEmpty, ifUnset, number, type Rule, same, text } from './rule.ts';

/** A source that is a file system of its own: left out are an empty `fsType` and a false `readOnly`. */
function source(rules: Readonly<Record<string, Rule>> = {}): Rule {
  return fields({ readOnly: flag, fsType: text, secretRef: objectReference, ...rules });
}

/** The volume sources that pods and PersistentVolumes share. */
export const sharedVolumeSources: Readonly<Record<string, Rule>> = {
  hostPath: fields({ type: ifUnset('') }),
  gcePersistentDisk: source({ partition: number }),
  awsElasticBlockStore: source({ partition: number }),
  ...same(source(), 'nfs', 'glusterfs', 'flexVolume', 'cinder', 'fc', 'portworxVolume', 'photonPersistentDisk'),
  iscsi: source({ iscsiInterface: ifEmpty('default'), ...same(flag, 'chapAuthDiscovery', 'chapAuthSession') }),
  rbd: source({ pool: ifEmpty('rbd'), user: ifEmpty('admin'), keyring: ifEmpty('/etc/ceph/keyring') }),
  cephfs: source(same(text, 'path', 'user', 'secretFile')),
  flocker: fields(same(text, 'datasetName', 'datasetUUID')),
  azureFile: fields({ readOnly: flag }),
  azureDisk: fields({
    cachingMode: ifUnset('ReadWrite'),
    fsType: ifUnset('ext4'),
    readOnly: ifUnset(false),
    kind: ifUnset('Shared'),
  }),
  vsphereVolume: fields(same(text, 'fsType', 'storagePolicyName', 'storagePolicyID')),
  quobyte: fields({ readOnly: flag, ...same(text, 'user', 'group', 'tenant') }),
  scaleIO: source({
    storageMode: ifEmpty('ThinProvisioned'),
    fsType: ifEmpty('xfs'),
    sslEnabled: flag,
    ...same(text, 'protectionDomain', 'storagePool', 'volumeName'),
  }),
  storageos: source(same(text, 'volumeName', 'volumeNamespace')),
};
