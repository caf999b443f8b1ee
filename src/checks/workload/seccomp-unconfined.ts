import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString, type JsonObject, valueAt } from '../../core/json.ts';
import { valueText } from '../../core/value-text.ts';
import { isFilteringProfile } from '../../kubernetes/seccomp.ts';
import { workload } from '../../kubernetes/workload.ts';

const TYPE_PATH = ['securityContext', 'seccompProfile', 'type'];

export default defineCheck({
  id: 'seccomp-unconfined',
  on: workload,
  severity: 'medium',
  covers: ['seccomp-missing'],
  title: 'System calls are not filtered',
  why: 'Whoever takes over the process can reach every system call of the kernel, also those through which containers are left.',
  advice: 'Set the type of the seccompProfile to RuntimeDefault.',
  messages: {
    pod: 'the pod runs under the seccomp profile "{type}" instead of RuntimeDefault',
    container: '{container} runs under the seccomp profile "{type}" instead of RuntimeDefault',
  },
  evaluate(judged, report) {
    const podType = unconfinedType(judged.securityContext);
    if (podType !== undefined) report.fail('pod', judged.at(...TYPE_PATH), { type: podType });
    for (const container of judged.containers) {
      const type = unconfinedType(container.securityContext);
      if (type !== undefined) report.fail('container', container.at(...TYPE_PATH), { container: container.part, type });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'system calls that the runtime blocks by default fail',
    edits(edit, { at }) {
      edit.set(at, 'RuntimeDefault');
      const profile = at.path.slice(0, -1);
      const localhostProfile = [...profile, 'localhostProfile'];
      // The API server refuses a path to a profile beside any type but Localhost.
      if (valueAt(at.resource.content, localhostProfile) !== undefined) {
        edit.remove({ resource: at.resource, path: localhostProfile });
      }
    },
  },
});

/** The type of a seccomp profile, if it is set to one that filters nothing or does not exist. */
function unconfinedType(securityContext: JsonObject): string | undefined {
  const profile = asObject(securityContext['seccompProfile']);
  const type = profile['type'] ?? undefined;
  if (type === undefined || isFilteringProfile(profile)) return undefined;
  return asString(type) ?? valueText(type, 40);
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: unconfined # no longer read
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile: null
`,
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
      securityContext:
        seccompProfile:
          type: Localhost
          localhostProfile: profiles/web.json
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: null
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
    seccompProfile:
      type: Unconfined # the profiler needs perf_event_open
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
      at: '8:13',
      message: 'the pod runs under the seccomp profile "Unconfined" instead of RuntimeDefault',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault # the profiler needs perf_event_open
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: metrics
      image: registry.example/metrics:2.0.1
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
      type: RuntimeDefault
  initContainers:
    - name: tune
      image: registry.example/tune:1.0.0
      securityContext:
        seccompProfile:
          type: Unconfined
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile:
          type: localhost
          localhostProfile: profiles/web.json
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: ""
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        seccompProfile: {type: 0}
`,
      at: ['14:17', '20:17', '26:17', '31:32'],
      message: [
        'init container "tune" runs under the seccomp profile "Unconfined" instead of RuntimeDefault',
        'container "web" runs under the seccomp profile "localhost" instead of RuntimeDefault',
        'container "metrics" runs under the seccomp profile "" instead of RuntimeDefault',
        'ephemeral container "debug" runs under the seccomp profile "0" instead of RuntimeDefault',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  initContainers:
    - name: tune
      image: registry.example/tune:1.0.0
      securityContext:
        seccompProfile:
          type: RuntimeDefault
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: RuntimeDefault
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext:
        seccompProfile: {type: RuntimeDefault}
`,
    },
  ],
};
