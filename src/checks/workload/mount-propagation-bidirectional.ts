import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'mount-propagation-bidirectional',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Mounts of the container appear on the node',
  why: 'Whoever takes over the container mounts file systems over folders of the node and of other pods.',
  advice: 'Set mountPropagation to HostToContainer, or remove it.',
  messages: { propagated: 'passes mounts that it makes at {path} on to its node' },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.content['volumeMounts']).entries()) {
      const { mountPropagation, mountPath } = asObject(entry);
      if (mountPropagation !== 'Bidirectional') continue;
      const path = typeof mountPath === 'string' ? mountPath : 'an unnamed path';
      report.fail('propagated', judged.at('volumeMounts', index, 'mountPropagation'), { path });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'what the container mounts there no longer appears on the node and in other containers',
    edits: (edit, finding) => edit.set(finding.at, 'HostToContainer'),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: storage-driver
spec:
  containers:
    - name: driver
      image: registry.example/storage-driver:1.8.0
      volumeMounts:
        - name: plugins
          mountPath: /plugins
          mountPropagation: HostToContainer
        - name: sockets
          mountPath: /sockets
          mountPropagation: None
        - name: state
          mountPath: /state
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: storage-driver
spec:
  containers:
    - name: metrics
      image: registry.example/metrics:2.0.1
      volumeMounts:
        - name: plugins
          mountPropagation: Bidirectional
    - name: driver
      image: registry.example/storage-driver:1.8.0
      securityContext:
        privileged: true
      volumeMounts:
        - name: state
          mountPath: /state
        - name: plugins
          mountPath: /plugins
          mountPropagation: Bidirectional # mounts the volumes of pods
`,
      at: ['11:29', '21:29'],
      message: [
        'container "metrics" passes mounts that it makes at an unnamed path on to its node',
        'container "driver" passes mounts that it makes at /plugins on to its node',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: storage-driver
spec:
  containers:
    - name: metrics
      image: registry.example/metrics:2.0.1
      volumeMounts:
        - name: plugins
          mountPropagation: HostToContainer
    - name: driver
      image: registry.example/storage-driver:1.8.0
      securityContext:
        privileged: true
      volumeMounts:
        - name: state
          mountPath: /state
        - name: plugins
          mountPath: /plugins
          mountPropagation: HostToContainer # mounts the volumes of pods
`,
    },
  ],
};
