import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { capabilitiesOf } from '../../kubernetes/capability.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'capabilities-beyond-restricted',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Container adds a capability that the restricted level forbids',
  why: 'Most services need none: each one that is left is a tool in the hands of whoever takes over the process.',
  advice: 'Remove the capability; the restricted level allows NET_BIND_SERVICE only.',
  messages: { added: 'adds the capability {capability}, which the restricted level does not allow' },
  evaluate(judged, report) {
    if (!judged.workload.isLinux) return;
    for (const { name, at } of capabilitiesOf(judged, 'add')) {
      if (name !== 'NET_BIND_SERVICE') report.fail('added', at, { capability: name });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'what the process did by the capability fails',
    edits: (edit, finding) => edit.remove(finding.at),
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
      securityContext:
        capabilities:
          drop: [CHOWN]
          add: [NET_BIND_SERVICE]
    - name: metrics
      image: registry.example/metrics:2.0.1
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
        capabilities:
          add: [CHOWN]
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
    - name: prepare
      image: registry.example/prepare:1.0.0
      securityContext:
        capabilities:
          drop: [ALL]
          add: [CHOWN] # of the volume
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          add:
            - net_bind_service
            - NET_BIND_SERVICE
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities:
          add: [KILL, SYS_PTRACE]
`,
      at: ['12:17', '19:15', '26:17', '26:23'],
      message: [
        'init container "prepare" adds the capability CHOWN, which the restricted level does not allow',
        'container "web" adds the capability net_bind_service, which the restricted level does not allow',
        'ephemeral container "debug" adds the capability KILL, which the restricted level does not allow',
        'ephemeral container "debug" adds the capability SYS_PTRACE, which the restricted level does not allow',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: prepare
      image: registry.example/prepare:1.0.0
      securityContext:
        capabilities:
          drop: [ALL]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          add:
            - NET_BIND_SERVICE
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    },
  ],
};
