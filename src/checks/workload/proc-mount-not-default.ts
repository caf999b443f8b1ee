import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { unmaskedProcMount } from '../../kubernetes/proc-mount.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'proc-mount-not-default',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Container asks for another /proc than the default one',
  why: 'Parts of /proc that container runtimes hide say much about the node, and are open to a flaw of the kernel.',
  advice: 'Remove procMount; the restricted level allows Default only, also in user namespaces.',
  messages: { changed: 'mounts /proc as "{type}" instead of Default' },
  evaluate(judged, report) {
    const type = unmaskedProcMount(judged);
    if (type !== undefined) report.fail('changed', judged.at('securityContext', 'procMount'), { type });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'parts of /proc are hidden or read-only, so that containers in the container no longer start',
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
        procMount: Default
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        procMount: null
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        procMount: Unmasked
`,
      at: '11:20',
      message: 'container "builder" mounts /proc as "Unmasked" instead of Default',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
`,
    },
  ],
};
