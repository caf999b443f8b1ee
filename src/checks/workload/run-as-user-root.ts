import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { hasTrustedUserNamespace } from '../../kubernetes/user-namespace.ts';
import { workload } from '../../kubernetes/workload.ts';

const FIELD = ['securityContext', 'runAsUser'];

export default defineCheck({
  id: 'run-as-user-root',
  on: workload,
  severity: 'medium',
  covers: ['runs-as-root'],
  title: 'Pod asks to run as root',
  why: 'A flaw of the runtime or the kernel, or a shared file, hands root of the container root of the node.',
  advice: 'Set runAsUser to a number above 0 that the image can run as, such as 10001.',
  messages: {
    pod: 'the pod asks to run as user 0',
    podRefused: 'the pod asks to run as user 0, but runAsNonRoot makes the kubelet refuse to start it',
    container: '{container} asks to run as user 0',
    containerRefused: '{container} asks to run as user 0, but runAsNonRoot makes the kubelet refuse to start it',
  },
  evaluate(judged, report, { targetVersion }) {
    if (hasTrustedUserNamespace(judged, targetVersion)) return;
    if (judged.securityContext['runAsUser'] === 0) {
      const message = judged.securityContext['runAsNonRoot'] === true ? 'podRefused' : 'pod';
      // It holds for the whole pod, so that a container that runs as root by it says the same.
      report.fail(message, judged.at(...FIELD)).about(judged.at());
    }
    for (const container of judged.containers) {
      if (container.securityContext['runAsUser'] !== 0) continue;
      const message = container.effective('runAsNonRoot') === true ? 'containerRefused' : 'container';
      report.fail(message, container.at(...FIELD), { container: container.part });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process can no longer do what only root of the container can, such as writing to files of root',
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
    runAsUser: 10001
    runAsGroup: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 1
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # root of the pod is nobody on the node
  securityContext:
    runAsUser: 0
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        runAsUser: 0
`,
      targetVersion: '1.35',
    },
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
    runAsUser: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 10001
`,
      at: '8:16',
      message: 'the pod asks to run as user 0',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsUser: 10001
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 10001
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: '7:16',
      message: 'the pod asks to run as user 0, but runAsNonRoot makes the kubelet refuse to start it',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 10001
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        runAsUser: 0 # owns the files
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 0
        runAsNonRoot: true
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {runAsUser: 0}
`,
      at: ['10:20', '15:20', '20:36'],
      message: [
        'init container "migrate" asks to run as user 0',
        'container "web" asks to run as user 0, but runAsNonRoot makes the kubelet refuse to start it',
        'ephemeral container "debug" asks to run as user 0',
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
        runAsUser: 10001 # owns the files
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 10001
        runAsNonRoot: true
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {runAsUser: 10001}
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # counts from 1.35 on
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        runAsUser: 0
`,
      targetVersion: '1.34',
      at: '11:20',
      message: 'container "builder" asks to run as user 0',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # counts from 1.35 on
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        runAsUser: 10001
`,
    },
  ],
};
