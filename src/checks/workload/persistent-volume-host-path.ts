import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'persistent-volume-host-path',
  on: objectsOf('PersistentVolume'),
  severity: 'medium',
  title: 'PersistentVolume opens a path of the node',
  why: 'A pod that claims the volume reaches files of the node, although it satisfies every level of Pod Security.',
  advice: 'Use a local volume with node affinity for a device or a folder of its own, or a storage driver.',
  messages: { declared: 'the volume opens {path} of the node that its pod runs on' },
  evaluate(judged, report) {
    const source = judged.spec['hostPath'];
    if (source === undefined || source === null) return;
    const path = asString(asObject(source)['path']) ?? 'an unnamed path';
    report.fail('declared', judged.at('spec', 'hostPath', 'path'), { path });
  },
});

const volume = `apiVersion: v1
kind: PersistentVolume
metadata:
  name: pictures
spec:
  capacity:
    storage: 10Gi
  accessModes: [ReadWriteOnce]
`;

export const examples: CheckExamples = {
  pass: [
    `${volume}  local:
    path: /mnt/disks/pictures
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - {key: kubernetes.io/hostname, operator: In, values: [node-1]}
`,
    `${volume}  hostPath: null
  csi:
    driver: storage.example
    volumeHandle: pictures
`,
  ],
  fail: [
    {
      yaml: `${volume}  hostPath:
    path: /srv/pictures
`,
      at: '10:11',
      message: 'the volume opens /srv/pictures of the node that its pod runs on',
    },
    {
      yaml: `${volume}  hostPath:
    type: Directory
`,
      at: '9:3',
      message: 'the volume opens an unnamed path of the node that its pod runs on',
    },
  ],
};
