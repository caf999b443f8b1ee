import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asString } from '../../core/json.ts';
import type { Lookup } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import { type KubernetesObject, objectsOf, objectView } from '../../kubernetes/object.ts';
import {
  asksForEncryption,
  encryptionOf,
  encryptionParameter,
  provisionerOf,
} from '../../kubernetes/storage-encryption.ts';

const STORAGE_CLASS = 'storage.k8s.io/StorageClass';

export default defineCheck({
  id: 'persistent-volume-unencrypted',
  on: objectsOf(STORAGE_CLASS, 'PersistentVolume'),
  severity: 'medium',
  reads: ['storage.k8s.io/StorageClass'],
  title: 'Volume is not encrypted at rest',
  why: 'Whoever gets hold of a snapshot, a copy or the disk itself reads what the workload stores.',
  advice: 'Set parameters.encrypted to "true" in the StorageClass, and move the data to new volumes.',
  messages: {
    class: 'volumes of provisioner "{provisioner}" are made without asking for encryption',
    volume: 'the volume of driver "{driver}" has the class "{class}", which does not ask for encryption',
  },
  evaluate(judged, report, { inventory }) {
    const found = classOf(judged, inventory);
    const provisioner =
      provisionerOf(judged) || (found.is === 'found' ? provisionerOf(objectView(found.item, inventory)) : '');
    const encryption = encryptionOf(provisioner);
    if (encryption === 'always') return;
    if (encryption === 'unknown') {
      report.unknown(found.is === 'unknown' && provisioner === '' ? found.missing : { what: storageOf(provisioner) });
    } else if (found.is === 'unknown') report.unknown(found.missing);
    else if (found.is === 'absent') report.unknown({ what: missingClass(classNameOf(judged)) });
    else if (!asksForEncryption(found.item.content['parameters'])) {
      if (judged.kind === STORAGE_CLASS) {
        const parameter = encryptionParameter(judged.content['parameters']);
        report.fail('class', judged.at('parameters', parameter), { provisioner });
        return;
      }
      const data = { driver: provisioner, class: classNameOf(judged) };
      report.fail('volume', judged.at('spec', 'storageClassName'), data);
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'new volumes are encrypted with the key of the account, and those that exist stay as they are',
    edits(edit, finding) {
      // What a volume is made of cannot be changed once it exists.
      if (finding.message === 'class') edit.set(finding.at, 'true');
    },
  },
});

/** A StorageClass itself, or the class that made a volume. */
function classOf(judged: KubernetesObject, inventory: Inventory): Lookup<Resource> {
  if (judged.kind === STORAGE_CLASS) return { is: 'found', item: judged.resource };
  const name = classNameOf(judged);
  return name === '' ? { is: 'absent' } : inventory.find(STORAGE_CLASS, name);
}

function missingClass(name: string): string {
  return name === '' ? 'the volume names no class' : `no class "${name}" of the volume exists`;
}

function storageOf(provisioner: string): string {
  const storage = provisioner === '' ? 'the storage of the volume' : `the storage behind "${provisioner}"`;
  return `whether ${storage} is encrypted is not in the object`;
}

function classNameOf({ spec }: KubernetesObject): string {
  return asString(spec['storageClassName']) ?? '';
}

function storageClass(provisioner: string, parameters = ''): string {
  return `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ${provisioner}
${parameters}`;
}

function volume(source: string, className = 'fast'): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: orders
spec:
  capacity:
    storage: 10Gi
  accessModes: [ReadWriteOnce]
  storageClassName: ${className}
  ${source}
`;
}

const onRequest = ['ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com', 'kubernetes.io/aws-ebs'];
const always = [
  'pd.csi.storage.gke.io',
  'filestore.csi.storage.gke.io',
  'disk.csi.azure.com',
  'file.csi.azure.com',
  'fsx.csi.aws.com',
  'kubernetes.io/gce-pd',
  'kubernetes.io/azure-disk',
  'kubernetes.io/azure-file',
];
const ebs = 'csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}';

export const examples: CheckExamples = {
  pass: [
    ...onRequest.map((provisioner) => storageClass(provisioner, 'parameters:\n  encrypted: "true"\n')),
    ...always.map((provisioner) => storageClass(provisioner)),
    storageClass('ebs.csi.aws.com', 'parameters:\n  type: gp3\n  Encrypted: "True"\n'),
    volume('csi: {driver: disk.csi.azure.com, volumeHandle: disk-1}'),
    volume('gcePersistentDisk: {pdName: orders}'),
    volume('azureDisk: {diskName: orders}'),
    volume('azureFile: {shareName: orders}'),
    `${storageClass('ebs.csi.aws.com', 'parameters:\n  encrypted: "true"\n')}---\n${volume(ebs)}`,
    `${storageClass('disk.csi.azure.com')}---\n${volume('flexVolume: {driver: old}')}`,
  ],
  fail: [
    ...onRequest.map((provisioner) => ({
      yaml: storageClass(provisioner, 'parameters:\n  type: gp3\n'),
      at: '6:1',
      message: `volumes of provisioner "${provisioner}" are made without asking for encryption`,
      fixed: storageClass(provisioner, 'parameters:\n  type: gp3\n  encrypted: "true"\n'),
    })),
    {
      yaml: storageClass('ebs.csi.aws.com', 'parameters:\n  Encrypted: "no"\n'),
      at: '7:14',
      message: 'volumes of provisioner "ebs.csi.aws.com" are made without asking for encryption',
      fixed: storageClass('ebs.csi.aws.com', 'parameters:\n  Encrypted: "true"\n'),
    },
    {
      yaml: `${storageClass('ebs.csi.aws.com', 'parameters:\n  encrypted: "false"\n')}---\n${volume(ebs)}---\n${volume('awsElasticBlockStore: {volumeID: vol-2}').replace('orders', 'carts')}`,
      at: ['7:14', '17:21', '28:21'],
      message: [
        'volumes of provisioner "ebs.csi.aws.com" are made without asking for encryption',
        'the volume of driver "ebs.csi.aws.com" has the class "fast", which does not ask for encryption',
        'the volume of driver "kubernetes.io/aws-ebs" has the class "fast", which does not ask for encryption',
      ],
      fixed: `${storageClass('ebs.csi.aws.com', 'parameters:\n  encrypted: "true"\n')}---\n${volume(ebs)}---\n${volume('awsElasticBlockStore: {volumeID: vol-2}').replace('orders', 'carts')}`,
    },
  ],
  unknown: [
    { yaml: volume(ebs), missing: 'no StorageClass "fast" is among the inputs' },
    { yaml: volume(ebs), complete: true, missing: 'no class "fast" of the volume exists' },
    { yaml: volume(ebs, '""'), missing: 'the volume names no class' },
    {
      yaml: storageClass('efs.csi.aws.com'),
      missing: 'whether the storage behind "efs.csi.aws.com" is encrypted is not in the object',
    },
    { yaml: volume('hostPath: {path: /data}'), missing: 'no StorageClass "fast" is among the inputs' },
    {
      yaml: volume('hostPath: {path: /data}', '""'),
      missing: 'whether the storage of the volume is encrypted is not in the object',
    },
    {
      yaml: volume('hostPath: {path: /data}'),
      complete: true,
      missing: 'whether the storage of the volume is encrypted is not in the object',
    },
  ],
};
