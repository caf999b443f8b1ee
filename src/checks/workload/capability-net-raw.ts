import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { capabilitiesOf, kernelCapability } from '../../kubernetes/capability.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'capability-net-raw',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'Container may forge network packets',
  why: 'Whoever takes over a process of root can pose as another pod or as the name server of the node.',
  advice: 'Drop NET_RAW, or ALL.',
  messages: {
    kept: 'keeps the capability NET_RAW, which runtimes grant by default',
    added: 'adds the capability {capability}',
    all: 'adds {capability} capabilities, NET_RAW among them',
  },
  evaluate(judged, report) {
    if (!judged.workload.isLinux) return;
    if (!capabilitiesOf(judged, 'drop').some(({ name }) => name === 'NET_RAW' || name === 'ALL')) {
      report.fail('kept', judged.at('securityContext', 'capabilities', 'drop'));
    }
    for (const { name, at } of capabilitiesOf(judged, 'add')) {
      const added = kernelCapability(name);
      if (added === 'NET_RAW') report.fail('added', at, { capability: name });
      if (added === 'ALL') report.fail('all', at, { capability: name });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'programs that make packets themselves, such as ping in older images, fail',
    edits(edit, finding) {
      if (finding.message === 'kept') edit.append(finding.at, 'NET_RAW');
      else edit.remove(finding.at);
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
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE, NET_ADMIN]
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        capabilities:
          drop: [MKNOD, NET_RAW]
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
      securityContext:
        capabilities:
          drop:
            - MKNOD # makes no devices
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: ping
      image: registry.example/ping:1.0.0
      securityContext:
        capabilities:
          drop:
            - ALL
          add:
            - NET_BIND_SERVICE
            - cap_net_raw # sends pings
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities: {add: [All], drop: [net_raw]}
`,
      at: ['12:13', '14:7', '24:15', '29:42', '29:30'],
      message: [
        'init container "migrate" keeps the capability NET_RAW, which runtimes grant by default',
        'container "web" keeps the capability NET_RAW, which runtimes grant by default',
        'container "ping" adds the capability cap_net_raw',
        'ephemeral container "debug" keeps the capability NET_RAW, which runtimes grant by default',
        'ephemeral container "debug" adds All capabilities, NET_RAW among them',
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
        capabilities:
          drop:
            - MKNOD # makes no devices
            - NET_RAW
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          drop:
            - NET_RAW
    - name: ping
      image: registry.example/ping:1.0.0
      securityContext:
        capabilities:
          drop:
            - ALL
          add:
            - NET_BIND_SERVICE
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities: {drop: [net_raw, NET_RAW]}
`,
    },
  ],
};
