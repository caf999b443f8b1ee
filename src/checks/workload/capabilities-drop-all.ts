import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { capabilitiesOf } from '../../kubernetes/capability.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'capabilities-drop-all',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Container keeps capabilities that it may not need',
  why: 'Whoever takes over a process of root can use what the runtime grants by default: change owners, forge packets, make devices.',
  advice: 'Drop ALL, in upper case, and add back what the process needs.',
  messages: { kept: 'does not drop ALL capabilities' },
  evaluate(judged, report) {
    if (capabilitiesOf(judged, 'drop').some(({ name }) => name === 'ALL')) return;
    if (!judged.workload.isLinux) return;
    report.fail('kept', judged.at('securityContext', 'capabilities', 'drop'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a process that needs a capability of the default set, and does not add it, fails',
    edits: (edit, finding) => edit.set(finding.at, ['ALL']),
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
          drop: [ALL]
          add: [NET_BIND_SERVICE]
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        capabilities:
          drop: [NET_RAW, ALL]
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
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        capabilities:
          drop: [all] # the standard compares exactly
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        capabilities:
          add: [NET_BIND_SERVICE]
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities:
          drop: [NET_RAW, MKNOD]
`,
      at: ['7:7', '13:17', '17:9', '24:17'],
      message: [
        'container "web" does not drop ALL capabilities',
        'container "metrics" does not drop ALL capabilities',
        'container "proxy" does not drop ALL capabilities',
        'ephemeral container "debug" does not drop ALL capabilities',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          drop:
            - ALL
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        capabilities:
          drop: [ALL] # the standard compares exactly
    - name: proxy
      image: registry.example/proxy:1.9.4
      securityContext:
        capabilities:
          add: [NET_BIND_SERVICE]
          drop:
            - ALL
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities:
          drop: [ALL]
`,
    },
  ],
};
