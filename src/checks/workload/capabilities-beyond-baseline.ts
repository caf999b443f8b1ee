import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { capabilitiesOf, defaultCapabilities } from '../../kubernetes/capability.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'capabilities-beyond-baseline',
  on: workload,
  each: container,
  severity: 'medium',
  covers: ['capabilities-beyond-restricted'],
  title: 'Container adds a capability that the baseline level forbids',
  why: 'The process can do more to the kernel and the network than container runtimes find safe.',
  advice: 'Remove the capability, or write it as the standard does: in upper case and without CAP_.',
  messages: { added: 'adds the capability {capability}, which the baseline level does not allow' },
  evaluate(judged, report) {
    for (const { name, at } of capabilitiesOf(judged, 'add')) {
      if (!defaultCapabilities.has(name)) report.fail('added', at, { capability: name });
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
          drop: [ALL, SYS_ADMIN]
          add: [${[...defaultCapabilities].join(', ')}]
    - name: metrics
      image: registry.example/metrics:2.0.1
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
    - name: rules
      image: registry.example/rules:1.0.0
      securityContext:
        capabilities:
          add: [NET_ADMIN]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          add:
            - CHOWN
            - CAP_CHOWN # names are compared exactly
            - chown
            - NET_RAW
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities: {add: [SYS_PTRACE, KILL]}
`,
      at: ['11:17', '19:15', '20:15', '21:15', '26:30'],
      message: [
        'init container "rules" adds the capability NET_ADMIN, which the baseline level does not allow',
        'container "web" adds the capability CAP_CHOWN, which the baseline level does not allow',
        'container "web" adds the capability chown, which the baseline level does not allow',
        'container "web" adds the capability NET_RAW, which the baseline level does not allow',
        'ephemeral container "debug" adds the capability SYS_PTRACE, which the baseline level does not allow',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: rules
      image: registry.example/rules:1.0.0
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          add:
            - CHOWN
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        capabilities: {add: [KILL]}
`,
    },
  ],
};
