import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

const ALLOWED_SOURCES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export default defineCheck({
  id: 'restricted-volume-type',
  on: workload,
  severity: 'low',
  title: 'Volume is of a type that the restricted level forbids',
  why: 'Such a volume reaches the node or a storage system by settings of the pod alone, past the administrator of the storage.',
  advice: 'Use a PersistentVolumeClaim, or another type that the restricted level allows.',
  messages: { restricted: 'volume "{volume}" is of the type {type}' },
  evaluate(judged, report) {
    for (const volume of judged.volumes) {
      for (const type of Object.keys(volume.content)) {
        if (type === 'name' || ALLOWED_SOURCES.includes(type)) continue;
        const source = volume.content[type];
        if (source === undefined || source === null) continue;
        report.fail('restricted', volume.at(type), { volume: volume.name, type }).about(volume.at());
      }
    }
  },
});

/** A pod with a volume of each type, the sources of which say nothing. */
function podWithVolumes(types: readonly string[]): string {
  const volumes = types.map((type) => `    - name: ${type.toLowerCase()}\n      ${type}: {}\n`);
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  volumes:
${volumes.join('')}`;
}

const restrictedTypes = [
  'hostPath',
  'nfs',
  'iscsi',
  'gitRepo',
  'flexVolume',
  'rbd',
  'cephfs',
  'glusterfs',
  'fc',
  'azureDisk',
  'azureFile',
  'awsElasticBlockStore',
  'gcePersistentDisk',
  'vsphereVolume',
  'portworxVolume',
  'cinder',
  'quobyte',
  'scaleIO',
  'storageos',
  'flocker',
  'photonPersistentDisk',
  'unheardOf',
];

export const examples: CheckExamples = {
  pass: [
    podWithVolumes(ALLOWED_SOURCES),
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  volumes:
    - name: scratch # without a source it is an emptyDir
    - name: settings
      nfs: null
      configMap:
        name: settings
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  volumes:
    - name: pictures
      nfs:
        server: files.example
        path: /pictures
`,
      at: '12:9',
      message: 'volume "pictures" is of the type nfs',
    },
    {
      yaml: podWithVolumes(restrictedTypes),
      at: restrictedTypes.map((type, index) => `${11 + 2 * index}:${type.length + 9}`),
      message: restrictedTypes.map((type) => `volume "${type.toLowerCase()}" is of the type ${type}`),
    },
  ],
};
