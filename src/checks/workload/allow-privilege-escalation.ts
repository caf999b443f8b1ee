import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { type Container, container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'allow-privilege-escalation',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Process can gain more privileges than it was started with',
  why: 'A set-user-ID program or a file capability in the image turns an ordinary user into root of the container.',
  advice: 'Set allowPrivilegeEscalation to false on every container.',
  messages: {
    allowed: 'allows its processes to gain privileges',
    unset: 'does not forbid its processes to gain privileges',
  },
  evaluate(judged, report) {
    if (!judged.workload.isLinux) return;
    const allowed = judged.securityContext['allowPrivilegeEscalation'];
    if (allowed === false) return;
    const message = allowed === undefined || allowed === null ? 'unset' : 'allowed';
    report.fail(message, judged.at('securityContext', 'allowPrivilegeEscalation'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'programs such as sudo, ping or su no longer gain privileges from their file',
    edits(edit, finding, judged) {
      if (mayForbid(judged)) edit.set(finding.at, false);
    },
  },
});

/** False where the API server refuses the setting, because the container asks for every privilege at once. */
function mayForbid({ securityContext }: Container): boolean {
  const added = asList(asObject(securityContext['capabilities'])['add']);
  return securityContext['privileged'] !== true && !added.includes('CAP_SYS_ADMIN');
}

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
        allowPrivilegeEscalation: false
    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      securityContext:
        allowPrivilegeEscalation: false
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        runAsNonRoot: true
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {allowPrivilegeEscalation: false}
`,
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: reports
spec:
  selector:
    matchLabels:
      app: reports
  template:
    metadata:
      labels:
        app: reports
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
      yaml: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - image: registry.example/report:1.0.0
`,
      at: '10:11',
      message: 'container number 1 does not forbid its processes to gain privileges',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - image: registry.example/report:1.0.0
          securityContext:
            allowPrivilegeEscalation: false
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: linux
  nodeSelector:
    kubernetes.io/os: windows
  securityContext:
    allowPrivilegeEscalation: false # no such field here
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        allowPrivilegeEscalation: true # calls sudo
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true
    - name: metrics
      image: registry.example/metrics:2.0.1
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        allowPrivilegeEscalation: null
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {privileged: false}
`,
      at: ['16:35', '20:7', '22:7', '27:35', '31:7'],
      message: [
        'init container "migrate" allows its processes to gain privileges',
        'container "web" does not forbid its processes to gain privileges',
        'container "metrics" does not forbid its processes to gain privileges',
        'container "proxy" does not forbid its processes to gain privileges',
        'ephemeral container "debug" does not forbid its processes to gain privileges',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: linux
  nodeSelector:
    kubernetes.io/os: windows
  securityContext:
    allowPrivilegeEscalation: false # no such field here
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        allowPrivilegeEscalation: false # calls sudo
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        runAsNonRoot: true
        allowPrivilegeEscalation: false
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        allowPrivilegeEscalation: false
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        allowPrivilegeEscalation: false
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {privileged: false, allowPrivilegeEscalation: false}
`,
    },
  ],
};
