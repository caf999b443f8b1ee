import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { appArmorAnnotationPrefix, asksForAppArmor, isConfiningAnnotation } from '../../kubernetes/app-armor.ts';
import { container } from '../../kubernetes/container.ts';
import { podAnnotationsFrom } from '../../kubernetes/pod-annotation.ts';
import { workload } from '../../kubernetes/workload.ts';

const PROFILE_PATH = ['securityContext', 'appArmorProfile'];

export default defineCheck({
  id: 'apparmor-missing',
  on: workload,
  each: container,
  severity: 'low',
  optIn: true,
  title: 'No AppArmor profile is asked for',
  why: 'A node that does not apply the profile of the runtime by itself lets the process read and write what its user may.',
  advice: 'Set appArmorProfile.type to RuntimeDefault in the security context of the pod.',
  messages: { missing: 'asks for no AppArmor profile that confines it' },
  evaluate(judged, report) {
    if (judged.role === 'ephemeral' || asksForAppArmor(judged) || !judged.workload.isLinux) return;
    report.fail('missing', judged.at(...PROFILE_PATH, 'type')).about(judged.at());
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'what the profile of the runtime forbids fails, and nodes without AppArmor refuse the pod',
    edits(edit, finding, judged) {
      const own = judged.securityContext['appArmorProfile'];
      const isInherited = own === undefined || own === null;
      edit.set(isInherited ? judged.workload.at(...PROFILE_PATH, 'type') : finding.at, 'RuntimeDefault');
      // It would go before the field of the pod, and the API server refuses it beside one of the container.
      for (const { value, at } of podAnnotationsFrom(judged.workload, appArmorAnnotationPrefix)) {
        if (!isConfiningAnnotation(value)) edit.remove(at);
      }
    },
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
    container.apparmor.security.beta.kubernetes.io/mail: runtime/default
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        appArmorProfile:
          type: Localhost
          localhostProfile: web
    - name: proxy
      image: registry.example/proxy:1.9.4
    - name: mail
      image: registry.example/mail:1.0.0
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
    appArmorProfile:
      type: RuntimeDefault
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
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: unconfined
    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
    shop.example/team: sales
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: proxy
      image: registry.example/proxy:1.9.4
    - name: profiler
      image: registry.example/profiler:2.0.1
      securityContext:
        appArmorProfile:
          type: Unconfined
`,
      at: ['11:7', '14:7', '22:17'],
      message: [
        'init container "migrate" asks for no AppArmor profile that confines it',
        'container "web" asks for no AppArmor profile that confines it',
        'container "profiler" asks for no AppArmor profile that confines it',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
    shop.example/team: sales
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: proxy
      image: registry.example/proxy:1.9.4
    - name: profiler
      image: registry.example/profiler:2.0.1
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
  securityContext:
    appArmorProfile:
      type: RuntimeDefault
`,
    },
  ],
};
