import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'run-as-group-root',
  on: workload,
  severity: 'low',
  title: 'Pod runs with the group of root',
  why: 'Many files of images and nodes belong to the group 0: the process may read, and some it may write.',
  advice: 'Use a group above 0, such as 10001.',
  messages: {
    pod: 'the pod sets {field} to 0, the group of root',
    supplemental: 'the pod adds 0, the group of root, to supplementalGroups',
    container: '{container} sets runAsGroup to 0, the group of root',
  },
  evaluate(judged, report) {
    if (!judged.isLinux || judged.pod['hostUsers'] === false) return;
    for (const field of ['runAsGroup', 'fsGroup']) {
      if (judged.securityContext[field] === 0) report.fail('pod', judged.at('securityContext', field), { field });
    }
    for (const [index, group] of asList(judged.securityContext['supplementalGroups']).entries()) {
      if (group === 0) report.fail('supplemental', judged.at('securityContext', 'supplementalGroups', index));
    }
    for (const container of judged.containers) {
      if (container.securityContext['runAsGroup'] !== 0) continue;
      report.fail('container', container.at('securityContext', 'runAsGroup'), { container: container.part });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process loses access to files that only the group 0 may use',
    edits: (edit, finding) => edit.set(finding.at, 10_001),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
    runAsGroup: 1
    fsGroup: 10001
    supplementalGroups: [1, 20001]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsGroup: 10001
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false
  securityContext:
    runAsGroup: 0
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
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
      securityContext:
        runAsGroup: 0
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsUser: 10001
    runAsGroup: 0
    fsGroup: 0 # the volume belongs to root
    supplementalGroups: [20001, 0]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsGroup: 10001
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsGroup: 0
`,
      at: ['9:17', '10:14', '11:33', '21:21'],
      message: [
        'the pod sets runAsGroup to 0, the group of root',
        'the pod sets fsGroup to 0, the group of root',
        'the pod adds 0, the group of root, to supplementalGroups',
        'ephemeral container "debug" sets runAsGroup to 0, the group of root',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001 # the volume belongs to root
    supplementalGroups: [20001, 10001]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsGroup: 10001
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsGroup: 10001
`,
    },
  ],
};
