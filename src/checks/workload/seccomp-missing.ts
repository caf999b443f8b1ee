import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { isFilteringProfile } from '../../kubernetes/seccomp.ts';
import { workload } from '../../kubernetes/workload.ts';

const TYPE_PATH = ['securityContext', 'seccompProfile', 'type'];

export default defineCheck({
  id: 'seccomp-missing',
  on: workload,
  each: container,
  severity: 'medium',
  title: 'No filter of system calls is asked for',
  why: 'Unless the node adds one, whoever takes over the process can reach every system call of the kernel.',
  advice: 'Set seccompProfile.type to RuntimeDefault in the security context of the pod.',
  messages: {
    unset: 'runs without a seccomp profile: neither it nor the pod names one',
    inherited: 'takes the seccomp profile of the pod, which filters nothing',
  },
  evaluate(judged, report) {
    const own = judged.securityContext['seccompProfile'];
    if (own !== undefined && own !== null) return;
    const ofPod = asObject(judged.workload.securityContext['seccompProfile']);
    if (isFilteringProfile(ofPod) || !judged.workload.isLinux) return;
    if ((ofPod['type'] ?? undefined) === undefined) report.fail('unset', judged.at(...TYPE_PATH));
    else report.fail('inherited', judged.workload.at(...TYPE_PATH));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'system calls that the runtime blocks by default fail',
    edits: (edit, _finding, judged) => edit.set(judged.workload.at(...TYPE_PATH), 'RuntimeDefault'),
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
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Localhost
      localhostProfile: profiles/web.json
  containers:
    - name: web
      image: registry.example/web:1.4.2
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
        seccompProfile:
          type: RuntimeDefault
    - name: profiler
      image: registry.example/profiler:2.0.1
      securityContext:
        seccompProfile:
          type: Unconfined # set, and another check's matter
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
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default # no longer read
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile: null
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: RuntimeDefault
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
      at: ['9:7', '15:9', '22:7'],
      message: [
        'init container "migrate" runs without a seccomp profile: neither it nor the pod names one',
        'container "web" runs without a seccomp profile: neither it nor the pod names one',
        'ephemeral container "debug" runs without a seccomp profile: neither it nor the pod names one',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default # no longer read
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile: null
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: RuntimeDefault
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
  securityContext:
    seccompProfile:
      type: RuntimeDefault
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Unconfined # for the profiler
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
      at: ['8:13', '8:13'],
      message: [
        'container "web" takes the seccomp profile of the pod, which filters nothing',
        'container "metrics" takes the seccomp profile of the pod, which filters nothing',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault # for the profiler
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    },
  ],
};
