import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-path-volume',
  on: workload,
  severity: 'medium',
  covers: ['restricted-volume-type'],
  title: 'Volume opens a path of the node',
  why: 'Whoever takes over the pod reads the files that other pods and the node keep there, and may plant some.',
  advice: 'Use an emptyDir, a ConfigMap or a PersistentVolumeClaim.',
  messages: { declared: 'volume "{volume}" opens {path} of the node' },
  evaluate(judged, report) {
    for (const volume of judged.volumes) {
      const source = volume.content['hostPath'];
      if (source === undefined || source === null) continue;
      const path = volume.hostPath ?? 'an unnamed path';
      report.fail('declared', volume.at('hostPath', 'path'), { volume: volume.name, path }).about(volume.at());
    }
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      volumes:
        - name: scratch
        - name: cache
          emptyDir: {}
          hostPath: null
        - name: settings
          configMap:
            name: web
        - name: data
          persistentVolumeClaim:
            claimName: web
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: import
spec:
  containers:
    - name: import
      image: registry.example/import:0.4.0
      volumeMounts:
        - name: drop
          mountPath: /drop
          readOnly: true
  volumes:
    - name: scratch
      emptyDir: {}
    - name: drop
      hostPath:
        path: /srv//drop/
        type: Directory
    - name: unused
      hostPath:
        path: "/opt/unused"
`,
      at: ['18:15', '22:15'],
      message: ['volume "drop" opens /srv/drop of the node', 'volume "unused" opens /opt/unused of the node'],
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: import
spec:
  os:
    name: windows
  containers:
    - name: import
      image: registry.example/import:0.4.0-windows
  volumes:
    - name: drop
      hostPath: {path: 'D:\\drop'}
    - name: later
      hostPath: {}
`,
      at: ['13:24', '15:7'],
      message: ['volume "drop" opens D:\\drop of the node', 'volume "later" opens an unnamed path of the node'],
    },
  ],
};
