import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { volumeMountsOf } from '../../kubernetes/volume-mount.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-path-writable',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Container can write to files of its node',
  why: 'Whoever takes over the container plants files that the node or other pods run or read, and stays when the pod is gone.',
  advice: 'Set readOnly to true on the mount, or use a volume that is not on the node.',
  messages: { writable: 'can write to {path} of its node, by volume "{volume}"' },
  evaluate(judged, report) {
    for (const volume of judged.workload.volumes) {
      const source = volume.content['hostPath'];
      if (source === undefined || source === null) continue;
      for (const mount of volumeMountsOf(judged)) {
        if (mount.volume !== volume.name || mount.isReadOnly) continue;
        const path = volume.hostPath ?? 'an unnamed path';
        report.fail('writable', mount.at('readOnly'), { path, volume: volume.name });
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process can no longer write to the volume',
    edits: (edit, finding) => edit.set(finding.at, true),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: log-collector
spec:
  containers:
    - name: collector
      image: registry.example/log-collector:2.4.0
      volumeMounts:
        - name: logs
          mountPath: /var/log
          readOnly: true
        - name: buffer
          mountPath: /buffer
        - name: cache
          mountPath: /cache
  volumes:
    - name: buffer
      emptyDir: {}
    - name: logs
      hostPath:
        path: /var/log
    - name: unused
      hostPath:
        path: /srv/unused
    - name: cache
      hostPath: null
      emptyDir: {}
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: buffer
          mountPath: /buffer
  volumes:
    - name: buffer
      emptyDir: {}
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: log-collector
spec:
  initContainers:
    - name: prepare
      image: registry.example/prepare:1.0.0
      volumeMounts:
        - name: state
          mountPath: /state
          readOnly: false # makes the folder
  containers:
    - name: collector
      image: registry.example/log-collector:2.4.0
      volumeMounts:
        - name: state
          mountPath: /state
          subPath: collector
        - name: logs
          mountPath: /var/log
          readOnly: true
        - name: buffer
          mountPath: /buffer
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      volumeMounts:
        - {name: logs, mountPath: /logs}
  volumes:
    - name: buffer
      emptyDir: {}
    - name: logs
      hostPath:
        path: /var/log/
    - name: state
      hostPath:
        path: /srv/collector
        type: DirectoryOrCreate
`,
      at: ['12:21', '17:11', '29:12'],
      message: [
        'init container "prepare" can write to /srv/collector of its node, by volume "state"',
        'container "collector" can write to /srv/collector of its node, by volume "state"',
        'ephemeral container "debug" can write to /var/log of its node, by volume "logs"',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: log-collector
spec:
  initContainers:
    - name: prepare
      image: registry.example/prepare:1.0.0
      volumeMounts:
        - name: state
          mountPath: /state
          readOnly: true # makes the folder
  containers:
    - name: collector
      image: registry.example/log-collector:2.4.0
      volumeMounts:
        - name: state
          mountPath: /state
          subPath: collector
          readOnly: true
        - name: logs
          mountPath: /var/log
          readOnly: true
        - name: buffer
          mountPath: /buffer
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      volumeMounts:
        - {name: logs, mountPath: /logs, readOnly: true}
  volumes:
    - name: buffer
      emptyDir: {}
    - name: logs
      hostPath:
        path: /var/log/
    - name: state
      hostPath:
        path: /srv/collector
        type: DirectoryOrCreate
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: files
          mountPath: /files
  volumes:
    - name: files
      hostPath:
        type: Directory
`,
      at: '10:11',
      message: 'container "web" can write to an unnamed path of its node, by volume "files"',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: files
          mountPath: /files
          readOnly: true
  volumes:
    - name: files
      hostPath:
        type: Directory
`,
    },
  ],
};
