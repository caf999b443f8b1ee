import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { capabilitiesOf, kernelCapability } from '../../kubernetes/capability.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'capabilities-dangerous',
  on: workload,
  each: container,
  severity: 'high',
  parameters: {
    capabilities: strings(
      'ALL',
      'AUDIT_CONTROL',
      'BPF',
      'CHECKPOINT_RESTORE',
      'DAC_READ_SEARCH',
      'MAC_ADMIN',
      'MAC_OVERRIDE',
      'NET_ADMIN',
      'PERFMON',
      'SYSLOG',
      'SYS_ADMIN',
      'SYS_BOOT',
      'SYS_MODULE',
      'SYS_PTRACE',
      'SYS_RAWIO',
      'SYS_TIME',
    ),
  },
  covers: ['capabilities-beyond-baseline'],
  title: 'Container adds a capability that opens its node',
  why: 'Whoever takes over the process can load kernel modules, read any memory or change the network: the node is theirs.',
  advice: 'Remove the capability, or move what needs it into a small workload of its own.',
  messages: { added: 'adds the capability {capability}' },
  evaluate(judged, report, { parameters }) {
    for (const { name, at } of capabilitiesOf(judged, 'add')) {
      const added = kernelCapability(name);
      if (!parameters.capabilities.some((one) => kernelCapability(one) === added)) continue;
      report.fail('added', at, { capability: name });
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
          add: [NET_BIND_SERVICE, NET_RAW, CAP_SETPCAP]
          drop: [SYS_ADMIN, ALL]
    - name: agent
      image: registry.example/agent:0.9.0
      securityContext:
        privileged: true
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: clock
spec:
  containers:
    - name: clock
      image: registry.example/clock:1.2.0
      securityContext:
        capabilities:
          add: [SYS_TIME]
`,
      parameters: { capabilities: ['SYS_ADMIN'] },
    },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: tuner
spec:
  containers:
    - name: tuner
      image: registry.example/tuner:1.0.0
      securityContext:
        capabilities:
          add: [SYS_NICE]
`,
      parameters: { capabilities: ['cap_sys_nice'] },
      at: '11:17',
      message: 'container "tuner" adds the capability SYS_NICE',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: tuner
spec:
  containers:
    - name: tuner
      image: registry.example/tuner:1.0.0
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: router
spec:
  initContainers:
    - name: rules
      image: registry.example/rules:1.0.0
      securityContext:
        capabilities:
          add:
            - NET_ADMIN # writes packet filters
  containers:
    - name: router
      image: registry.example/router:2.2.0
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE, CAP_SYS_ADMIN, sys_time]
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities: {add: [all]}
`,
      at: ['12:15', '19:35', '19:50', '24:30'],
      message: [
        'init container "rules" adds the capability NET_ADMIN',
        'container "router" adds the capability CAP_SYS_ADMIN',
        'container "router" adds the capability sys_time',
        'ephemeral container "debug" adds the capability all',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: router
spec:
  initContainers:
    - name: rules
      image: registry.example/rules:1.0.0
  containers:
    - name: router
      image: registry.example/router:2.2.0
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE]
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    },
  ],
};
