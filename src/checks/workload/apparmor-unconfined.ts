import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString, isObject, type JsonObject, valueAt } from '../../core/json.ts';
import { valueText } from '../../core/value-text.ts';
import { appArmorAnnotationPrefix, isConfiningAnnotation, isConfiningProfile } from '../../kubernetes/app-armor.ts';
import { podAnnotationsFrom } from '../../kubernetes/pod-annotation.ts';
import { workload } from '../../kubernetes/workload.ts';

const TYPE_PATH = ['securityContext', 'appArmorProfile', 'type'];

export default defineCheck({
  id: 'apparmor-unconfined',
  on: workload,
  severity: 'medium',
  title: 'AppArmor is turned off',
  why: 'Whoever takes over the process can read and write what its user may: mounts, /proc and /sys are open to root.',
  advice: 'Set the type of the appArmorProfile to RuntimeDefault.',
  messages: {
    pod: 'the pod runs under the AppArmor profile "{type}" instead of RuntimeDefault',
    container: '{container} runs under the AppArmor profile "{type}" instead of RuntimeDefault',
    annotation: 'an annotation gives container "{name}" an AppArmor profile that does not confine',
  },
  evaluate(judged, report) {
    const podType = unconfinedType(judged.securityContext);
    if (podType !== undefined) report.fail('pod', judged.at(...TYPE_PATH), { type: podType });
    for (const container of judged.containers) {
      const type = unconfinedType(container.securityContext);
      if (type !== undefined) report.fail('container', container.at(...TYPE_PATH), { container: container.part, type });
    }
    for (const { key, value, at } of podAnnotationsFrom(judged, appArmorAnnotationPrefix)) {
      if (value === '' || isConfiningAnnotation(value)) continue;
      report.fail('annotation', at, { name: key.slice(appArmorAnnotationPrefix.length) });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'what the profile of the runtime forbids fails',
    edits(edit, { at, message }) {
      if (message === 'annotation') {
        edit.set(at, 'runtime/default');
        return;
      }
      edit.set(at, 'RuntimeDefault');
      const localhostProfile = [...at.path.slice(0, -1), 'localhostProfile'];
      // The API server refuses the name of a profile beside any type but Localhost.
      if (valueAt(at.resource.content, localhostProfile) !== undefined) {
        edit.remove({ resource: at.resource, path: localhostProfile });
      }
    },
  },
});

/** The type of an AppArmor profile that is there and does not confine; empty where it has none. */
function unconfinedType(securityContext: JsonObject): string | undefined {
  const profile = securityContext['appArmorProfile'];
  if (!isObject(profile) || isConfiningProfile(profile)) return undefined;
  const type = profile['type'] ?? '';
  return asString(type) ?? valueText(type, 40);
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: localhost/web
    container.apparmor.security.beta.kubernetes.io/metrics: runtime/default
    container.apparmor.security.beta.kubernetes.io/gone: ""
    shop.example/profile: unconfined
spec:
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
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        appArmorProfile: null
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
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
    appArmorProfile:
      type: Unconfined # mounts file systems
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: '8:13',
      message: 'the pod runs under the AppArmor profile "Unconfined" instead of RuntimeDefault',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: RuntimeDefault # mounts file systems
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
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
        appArmorProfile:
          type: localhost
          localhostProfile: migrate
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        appArmorProfile: {}
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        appArmorProfile: {type: 1}
`,
      at: ['11:17', '17:9', '22:33'],
      message: [
        'init container "migrate" runs under the AppArmor profile "localhost" instead of RuntimeDefault',
        'container "web" runs under the AppArmor profile "" instead of RuntimeDefault',
        'ephemeral container "debug" runs under the AppArmor profile "1" instead of RuntimeDefault',
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
        appArmorProfile:
          type: RuntimeDefault
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        appArmorProfile: {type: RuntimeDefault}
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: unconfined
    container.apparmor.security.beta.kubernetes.io/gone: localhost
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: ['6:57', '7:58'],
      message: [
        'an annotation gives container "web" an AppArmor profile that does not confine',
        'an annotation gives container "gone" an AppArmor profile that does not confine',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: runtime/default
    container.apparmor.security.beta.kubernetes.io/gone: runtime/default
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
