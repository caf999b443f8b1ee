import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { asksForAppArmor } from '../../kubernetes/app-armor.ts';
import { capabilitiesOf } from '../../kubernetes/capability.ts';
import { type Container, container } from '../../kubernetes/container.ts';
import { isFilteringProfile } from '../../kubernetes/seccomp.ts';
import { workload } from '../../kubernetes/workload.ts';

const TYPE_PATH = ['securityContext', 'seccompProfile', 'type'];

export default defineCheck({
  id: 'linux-hardening-missing',
  on: workload,
  each: container,
  severity: 'medium',
  covers: ['apparmor-missing'],
  title: 'Nothing hardens the container against the kernel',
  why: 'One flaw of the kernel is enough to leave the container: no filter, profile, label or dropped capability stands before it.',
  advice: 'Set seccompProfile.type to RuntimeDefault in the security context of the pod.',
  messages: { bare: 'has no seccomp or AppArmor profile, no SELinux label, and drops no capability' },
  evaluate(judged, report) {
    if (judged.role === 'ephemeral') return;
    const isHardened =
      isFilteringProfile(asObject(judged.effective('seccompProfile'))) ||
      asksForAppArmor(judged) ||
      hasSelinuxLabel(judged) ||
      capabilitiesOf(judged, 'drop').length > 0;
    if (!isHardened && judged.workload.isLinux) report.fail('bare', judged.at(...TYPE_PATH)).about(judged.at());
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'system calls that the runtime blocks by default fail',
    edits(edit, finding, judged) {
      const own = judged.securityContext['seccompProfile'];
      const isInherited = own === undefined || own === null;
      edit.set(isInherited ? judged.workload.at(...TYPE_PATH) : finding.at, 'RuntimeDefault');
    },
  },
});

function hasSelinuxLabel(judged: Container): boolean {
  const options = asObject(judged.effective('seLinuxOptions'));
  return ['level', 'role', 'type', 'user'].some((field) => Boolean(options[field]));
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
spec:
  securityContext: {}
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        seccompProfile:
          type: RuntimeDefault
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        capabilities:
          drop: [NET_RAW]
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
    - name: proxy
      image: registry.example/proxy:1.9.4
    - name: store
      image: registry.example/store:1.0.0
      securityContext:
        seLinuxOptions:
          level: s0:c123,c456
    - name: cache
      image: registry.example/cache:1.0.0
      securityContext:
        seLinuxOptions:
          type: container_t
    - name: queue
      image: registry.example/queue:1.0.0
      securityContext:
        seLinuxOptions:
          user: system_u
    - name: mail
      image: registry.example/mail:1.0.0
      securityContext:
        seLinuxOptions:
          role: system_r
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
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
  securityContext:
    fsGroup: 10001
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seLinuxOptions: {level: ""}
        capabilities:
          drop: []
          add: [NET_BIND_SERVICE]
    - name: profiler
      image: registry.example/profiler:2.0.1
      securityContext:
        seccompProfile:
          type: Unconfined # reads counters of the kernel
`,
      at: ['9:7', '14:7', '23:17'],
      message: [
        'init container "migrate" has no seccomp or AppArmor profile, no SELinux label, and drops no capability',
        'container "web" has no seccomp or AppArmor profile, no SELinux label, and drops no capability',
        'container "profiler" has no seccomp or AppArmor profile, no SELinux label, and drops no capability',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    fsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seLinuxOptions: {level: ""}
        capabilities:
          drop: []
          add: [NET_BIND_SERVICE]
    - name: profiler
      image: registry.example/profiler:2.0.1
      securityContext:
        seccompProfile:
          type: RuntimeDefault # reads counters of the kernel
`,
    },
  ],
};
