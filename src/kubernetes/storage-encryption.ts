import { asObject, asString, isObject } from '../core/json.ts';
import type { KubernetesObject } from './object.ts';

/** Volumes of these are encrypted if the class asks for it, or the account does so by default. */
const onRequest: ReadonlySet<string> = new Set([
  'ebs.csi.aws.com',
  'ebs.csi.eks.amazonaws.com',
  'kubernetes.io/aws-ebs',
]);

/** Volumes of these are always encrypted at rest, as their providers document. */
const byDefault: ReadonlySet<string> = new Set([
  'pd.csi.storage.gke.io',
  'filestore.csi.storage.gke.io',
  'disk.csi.azure.com',
  'file.csi.azure.com',
  'fsx.csi.aws.com',
  'kubernetes.io/gce-pd',
  'kubernetes.io/azure-disk',
  'kubernetes.io/azure-file',
]);

/** Sources of volumes that were built in, with the names of their provisioners. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['awsElasticBlockStore', 'kubernetes.io/aws-ebs'],
  ['gcePersistentDisk', 'kubernetes.io/gce-pd'],
  ['azureDisk', 'kubernetes.io/azure-disk'],
  ['azureFile', 'kubernetes.io/azure-file'],
]);

/** Whether a provisioner encrypts: always, if asked, or as its storage does, which no object shows. */
export function encryptionOf(provisioner: string): 'always' | 'on request' | 'unknown' {
  if (byDefault.has(provisioner)) return 'always';
  return onRequest.has(provisioner) ? 'on request' : 'unknown';
}

/** What provisions a StorageClass or serves a PersistentVolume; empty if the object does not say. */
export function provisionerOf({ kind, content, spec }: KubernetesObject): string {
  if (kind === 'storage.k8s.io/StorageClass') return asString(content['provisioner']) ?? '';
  const driver = asString(asObject(spec['csi'])['driver']);
  if (driver !== undefined) return driver;
  for (const [source, provisioner] of builtIn) if (isObject(spec[source])) return provisioner;
  return '';
}

/** The parameter of a StorageClass that asks for encryption, as it is written; names of parameters may be in any case. */
export function encryptionParameter(parameters: unknown): string {
  return Object.keys(asObject(parameters)).find((name) => name.toLowerCase() === 'encrypted') ?? 'encrypted';
}

/** True if the parameters of a StorageClass ask for encryption. */
export function asksForEncryption(parameters: unknown): boolean {
  return asString(asObject(parameters)[encryptionParameter(parameters)])?.toLowerCase() === 'true';
}
