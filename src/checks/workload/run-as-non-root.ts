import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { hasTrustedUserNamespace } from '../../kubernetes/user-namespace.ts';
import { workload } from '../../kubernetes/workload.ts';

const FIELD = ['securityContext', 'runAsNonRoot'];

export default defineCheck({
  id: 'run-as-non-root',
  on: workload,
  severity: 'low',
  title: 'Pod does not demand to run as another user than root',
  why: 'An image that runs as root, or comes to do so one day, starts without complaint.',
  advice: 'Set runAsNonRoot to true in the security context of the pod.',
  messages: {
    pod: 'the pod does not demand that its containers do not run as root: its runAsNonRoot is false',
    container: 'nothing demands that {container} does not run as root: its runAsNonRoot is false',
    unset: 'nothing demands that {container} does not run as root: neither it nor the pod sets runAsNonRoot',
  },
  evaluate(judged, report, { targetVersion }) {
    if (hasTrustedUserNamespace(judged, targetVersion)) return;
    const ofPod = judged.securityContext['runAsNonRoot'];
    // It holds for the whole pod, so that what runs as root in any container says the same.
    if (ofPod === false) report.fail('pod', judged.at(...FIELD)).about(judged.at());
    for (const container of judged.containers) {
      const own = container.securityContext['runAsNonRoot'] ?? undefined;
      const data = { container: container.part };
      if (own === false) report.fail('container', container.at(...FIELD), data).about(container.at());
      else if (own === undefined && ofPod !== true && ofPod !== false) {
        report.fail('unset', container.at(...FIELD), data).about(container.at());
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a container whose image runs as root, or names its user in letters, no longer starts',
    edits(edit, finding, judged) {
      const decided = finding.message === 'unset' ? judged.at(...FIELD) : finding.at;
      edit.set(decided, true);
    },
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
    runAsNonRoot: true
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: null
        runAsUser: 0 # the kubelet refuses to start it
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsNonRoot: true
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # root of the pod is nobody on the node
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        runAsNonRoot: false
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
  securityContext:
    fsGroup: 10001
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 10001 # does not replace the field
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsNonRoot: true
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsNonRoot: null
`,
      at: ['9:7', '14:7', '24:23'],
      message: [
        'nothing demands that init container "migrate" does not run as root: neither it nor the pod sets runAsNonRoot',
        'nothing demands that container "web" does not run as root: neither it nor the pod sets runAsNonRoot',
        'nothing demands that ephemeral container "debug" does not run as root: neither it nor the pod sets runAsNonRoot',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    fsGroup: 10001
    runAsNonRoot: true
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 10001 # does not replace the field
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsNonRoot: true
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsNonRoot: null
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: false # binds port 80
        runAsUser: 10001
`,
      at: '12:23',
      message: 'nothing demands that container "web" does not run as root: its runAsNonRoot is false',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true # binds port 80
        runAsUser: 10001
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsNonRoot: false
    runAsUser: 10001
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
      at: '8:19',
      message: 'the pod does not demand that its containers do not run as root: its runAsNonRoot is false',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true
    - name: metrics
      image: registry.example/metrics:2.0.1
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
`,
      targetVersion: '1.34',
      at: '8:7',
      message:
        'nothing demands that container "builder" does not run as root: neither it nor the pod sets runAsNonRoot',
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
    runAsNonRoot: true
`,
    },
  ],
};
