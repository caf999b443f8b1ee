import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { unmaskedProcMount } from '../../kubernetes/proc-mount.ts';
import { hasTrustedUserNamespace } from '../../kubernetes/user-namespace.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'proc-mount-unmasked',
  on: workload,
  each: container,
  severity: 'medium',
  covers: ['proc-mount-not-default'],
  title: 'Container sees /proc of its node unmasked',
  why: 'Whoever takes over the process can change settings of the kernel there that hold for the whole node.',
  advice: 'Remove procMount, or give the pod a user namespace by hostUsers false.',
  messages: { unmasked: 'mounts /proc as "{type}" instead of Default' },
  evaluate(judged, report, { targetVersion }) {
    const type = unmaskedProcMount(judged);
    if (type === undefined || hasTrustedUserNamespace(judged.workload, targetVersion)) return;
    report.fail('unmasked', judged.at('securityContext', 'procMount'), { type });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'parts of /proc are hidden or read-only, so that containers in the container no longer start',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

const builder = `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # counts from 1.35 on
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        procMount: Unmasked
`;

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
        procMount: Default
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    { yaml: builder, targetVersion: '1.35' },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: true
  initContainers:
    - name: fetch
      image: registry.example/fetch:0.9.0
      securityContext:
        procMount: ""
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        privileged: false
        procMount: Unmasked # builds in a container of its own
`,
      at: ['11:20', '17:20'],
      message: [
        'init container "fetch" mounts /proc as "" instead of Default',
        'container "builder" mounts /proc as "Unmasked" instead of Default',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: true
  initContainers:
    - name: fetch
      image: registry.example/fetch:0.9.0
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        privileged: false
`,
    },
    {
      yaml: builder,
      targetVersion: '1.34',
      at: '11:20',
      message: 'container "builder" mounts /proc as "Unmasked" instead of Default',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # counts from 1.35 on
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
`,
    },
  ],
};
