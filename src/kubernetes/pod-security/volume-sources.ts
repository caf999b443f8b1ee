import type { EvaluatedPod, EvaluatedVolume } from './evaluated-pod.ts';

/** The source of a volume that the restricted level does not allow. */
export interface RestrictedSource {
  /** As messages have it; `unknown` for one that the server's Pod Security does not know. */
  readonly type: string;
  /** The field of the volume that holds it. */
  readonly field: string;
}

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

/** The server names the first of these that a volume has. */
const RESTRICTED = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
] as const;

/** The first server version whose pods have `image` volumes, and the first whose Pod Security knows them. */
const IMAGE_VOLUMES_FROM = 31;
const IMAGE_VOLUMES_ALLOWED_FROM = 33;

/** True if the volume has a source of the type, be it empty. */
export function hasSource(volume: EvaluatedVolume, type: string): boolean {
  const source = volume.content[type];
  return source !== undefined && source !== null;
}

/**
 * What keeps a volume from the restricted level, if anything does. A volume without a source that the server knows is an
 * `emptyDir`: the server drops fields that it does not know.
 */
export function restrictedSource(volume: EvaluatedVolume, { serverMinor }: EvaluatedPod): RestrictedSource | undefined {
  if (ALLOWED.some((type) => hasSource(volume, type))) return undefined;
  const hasImage = serverMinor >= IMAGE_VOLUMES_FROM && hasSource(volume, 'image');
  if (hasImage && serverMinor >= IMAGE_VOLUMES_ALLOWED_FROM) return undefined;
  const type = RESTRICTED.find((restricted) => hasSource(volume, restricted));
  if (type !== undefined) return { type, field: type };
  return hasImage ? { type: 'unknown', field: 'image' } : undefined;
}
