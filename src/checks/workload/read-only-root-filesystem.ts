import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'read-only-root-filesystem',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Container can change its own programs',
  why: 'Whoever takes over the process brings tools along, or replaces the programs of the image, and stays until the next start.',
  advice: 'Set readOnlyRootFilesystem to true and mount an emptyDir where the process writes.',
  messages: { writable: 'can write to its root file system' },
  evaluate(judged, report) {
    if (judged.role === 'ephemeral' || judged.securityContext['readOnlyRootFilesystem'] === true) return;
    if (!judged.workload.isLinux) return;
    report.fail('writable', judged.at('securityContext', 'readOnlyRootFilesystem'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a process that writes outside of its volumes fails',
    edits: (edit, finding) => edit.set(finding.at, true),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        readOnlyRootFilesystem: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        readOnlyRootFilesystem: true
  ephemeralContainers:
    - name: debug # vanishes with the pod
      image: registry.example/debug:1.0.0
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: reports
spec:
  os:
    name: windows
  containers:
    - name: reports
      image: registry.example/reports:3.0.0
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      securityContext:
        readOnlyRootFilesystem: null
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        readOnlyRootFilesystem: false # writes its cache
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        readOnlyRootFilesystem: true
`,
      at: ['7:7', '13:33', '18:33'],
      message: [
        'init container "migrate" can write to its root file system',
        'sidecar container "proxy" can write to its root file system',
        'container "web" can write to its root file system',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        readOnlyRootFilesystem: true
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      securityContext:
        readOnlyRootFilesystem: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        readOnlyRootFilesystem: true # writes its cache
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        readOnlyRootFilesystem: true
`,
    },
  ],
};
