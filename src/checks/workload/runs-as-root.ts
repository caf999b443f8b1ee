import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Place } from '../../core/resource.ts';
import { type Container, container } from '../../kubernetes/container.ts';
import { rootUserFrom } from '../../kubernetes/root-user.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'runs-as-root',
  on: workload,
  each: container,
  severity: 'medium',
  covers: ['run-as-non-root'],
  title: 'Container may run as root',
  why: 'A flaw of the runtime or the kernel, or a shared file, hands root of the container root of the node.',
  advice: 'Set runAsNonRoot to true, and build the image with a user of its own.',
  messages: {
    root: 'runs as root: its runAsUser is 0',
    allowed: 'runs as the user that its image names, which may be root',
  },
  evaluate(judged, report) {
    const from = rootUserFrom(judged);
    if (from === undefined) return;
    const finding =
      from === 'runAsUser'
        ? report.fail('root', decidingField(judged, 'runAsUser'))
        : report.fail('allowed', decidingField(judged, 'runAsNonRoot'));
    finding.about(judged.at());
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a container whose image runs as root, or names its user in letters, no longer starts',
    edits(edit, _finding, judged) {
      const { workload: owner } = judged;
      const isInherited = !isSet(judged, 'runAsNonRoot');
      edit.set((isInherited ? owner : judged).at('securityContext', 'runAsNonRoot'), true);
      if (owner.securityContext['runAsUser'] === 0) edit.remove(owner.at('securityContext', 'runAsUser'));
      for (const other of owner.containers) {
        // With the pod's runAsNonRoot, a container that asks for user 0 no longer starts.
        const isConcerned = other === judged || (isInherited && !isSet(other, 'runAsNonRoot'));
        if (isConcerned && other.securityContext['runAsUser'] === 0) {
          edit.remove(other.at('securityContext', 'runAsUser'));
        }
      }
    },
  },
});

/** The field that decides: the container's, or the pod's where only that is set. */
function decidingField(judged: Container, field: string): Place {
  const isPods = !isSet(judged, field) && judged.effective(field) !== undefined;
  return (isPods ? judged.workload : judged).at('securityContext', field);
}

function isSet(judged: Container, field: string): boolean {
  return (judged.securityContext[field] ?? undefined) !== undefined;
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
`;

export const examples: CheckExamples = {
  pass: [
    `${pod}  securityContext:
    runAsNonRoot: true
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: null
        runAsUser: null
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsNonRoot: false
        runAsUser: 1 # a user of the image
`,
    `${pod}  securityContext:
    runAsUser: 10001
    runAsGroup: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsNonRoot: true
        runAsUser: 0 # the kubelet refuses to start it
`,
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: builder
spec:
  selector:
    matchLabels:
      app: builder
  template:
    metadata:
      labels:
        app: builder
    spec:
      hostUsers: false
      containers:
        - name: builder
          image: registry.example/builder:0.9.0
          securityContext:
            runAsUser: 0
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
      image: registry.example/reports:3.0.0-windows
`,
  ],
  fail: [
    {
      yaml: `${pod}  hostUsers: true
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsUser: 0 # binds port 80
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 0
        readOnlyRootFilesystem: true
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        runAsUser: 10001
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsGroup: 10001
`,
      at: ['8:7', '14:20', '18:20', '27:7'],
      message: [
        'init container "migrate" runs as the user that its image names, which may be root',
        'container "web" runs as root: its runAsUser is 0',
        'container "metrics" runs as root: its runAsUser is 0',
        'ephemeral container "debug" runs as the user that its image names, which may be root',
      ],
      fixed: `${pod}  hostUsers: true
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        readOnlyRootFilesystem: true
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        runAsUser: 10001
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        runAsGroup: 10001
  securityContext:
    runAsNonRoot: true
`,
    },
    {
      yaml: `${pod}  securityContext:
    runAsUser: 0
    runAsNonRoot: false
    fsGroup: 10001
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        runAsUser: 10001
`,
      at: '7:16',
      message: 'container "web" runs as root: its runAsUser is 0',
      fixed: `${pod}  securityContext:
    runAsNonRoot: true
    fsGroup: 10001
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
      yaml: `${pod}  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: agent
      image: registry.example/agent:0.2.0
      securityContext:
        runAsNonRoot: false # needs root
        runAsUser: 0
    - name: tail
      image: registry.example/tail:0.2.0
      securityContext:
        runAsNonRoot: false
`,
      at: ['15:20', '19:23'],
      message: [
        'container "agent" runs as root: its runAsUser is 0',
        'container "tail" runs as the user that its image names, which may be root',
      ],
      fixed: `${pod}  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: agent
      image: registry.example/agent:0.2.0
      securityContext:
        runAsNonRoot: true # needs root
    - name: tail
      image: registry.example/tail:0.2.0
      securityContext:
        runAsNonRoot: true
`,
    },
    {
      yaml: `${pod}  securityContext:
    runAsUser: 0
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
      at: ['7:16', '7:16'],
      message: [
        'container "web" runs as root: its runAsUser is 0',
        'container "metrics" runs as root: its runAsUser is 0',
      ],
      fixed: `${pod}  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    },
    {
      yaml: `${pod}  securityContext:
    runAsNonRoot: false
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: '7:19',
      message: 'container "web" runs as the user that its image names, which may be root',
      fixed: `${pod}  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
