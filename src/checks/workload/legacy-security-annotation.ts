import { type CheckExamples, defineCheck, type Edit } from '../../core/check.ts';
import { asString, valueAt } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import { appArmorAnnotationPrefix, appArmorFieldsFrom } from '../../kubernetes/app-armor.ts';
import { profileOfAnnotation } from '../../kubernetes/legacy-profile.ts';
import { podAnnotationsFrom } from '../../kubernetes/pod-annotation.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { workload } from '../../kubernetes/workload.ts';

const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';

export default defineCheck({
  id: 'legacy-security-annotation',
  on: workload,
  severity: 'low',
  title: 'Security profile is named by an annotation',
  why: 'Annotations of former versions are not read any more, or only for now: the profile that is asked for is not applied.',
  advice: 'Set seccompProfile or appArmorProfile in the security context, and remove the annotation.',
  messages: {
    seccomp: 'the annotation {key} is no longer read',
    orphan: 'the annotation {key} is for a container that the pod does not have',
    appArmor: 'the annotation {key} stands in place of the field appArmorProfile',
  },
  evaluate(judged, report, { targetVersion }) {
    for (const { key, at } of podAnnotationsFrom(judged, SECCOMP_OF_POD)) {
      if (key === SECCOMP_OF_POD) report.fail('seccomp', at, { key });
    }
    for (const { key, at } of podAnnotationsFrom(judged, SECCOMP_PREFIX)) report.fail('seccomp', at, { key });
    for (const { key, at } of podAnnotationsFrom(judged, appArmorAnnotationPrefix)) {
      const name = key.slice(appArmorAnnotationPrefix.length);
      const named = judged.containers.find((container) => container.name === name);
      if (named === undefined) report.fail('orphan', at, { key });
      else if (
        isFrom(targetVersion, appArmorFieldsFrom) &&
        (named.effective('appArmorProfile') ?? undefined) === undefined
      ) {
        report.fail('appArmor', at, { key });
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a seccomp profile that only the annotation named is applied again',
    edits(edit, { at, message }, judged) {
      const key = String(at.path.at(-1));
      const holder = key === SECCOMP_OF_POD ? judged : judged.containers.find(({ name }) => key.endsWith(`/${name}`));
      const field = message === 'seccomp' ? 'seccompProfile' : 'appArmorProfile';
      if (holder === undefined) edit.remove(at);
      else moveProfile(edit, at, holder.at('securityContext', field));
    },
  },
});

/** A field that is set already stays; a value that means nothing is left to a person. */
function moveProfile(edit: Edit, annotation: Place, field: Place): void {
  const { content } = field.resource;
  const isSet = (valueAt(content, field.path) ?? undefined) !== undefined;
  const profile = profileOfAnnotation(asString(valueAt(content, annotation.path)) ?? '');
  if (!isSet && profile === undefined) return;
  if (!isSet) edit.set(field, profile);
  edit.remove(annotation);
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    shop.example/team: sales
    seccomp.security.alpha.kubernetes.io/pods: runtime/default
    container.apparmor.security.beta.kubernetes.io/web: localhost/web
    container.apparmor.security.beta.kubernetes.io/metrics: runtime/default
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
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: runtime/default
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      targetVersion: '1.29',
    },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default
    container.seccomp.security.alpha.kubernetes.io/web: localhost/profiles/web.json
    container.seccomp.security.alpha.kubernetes.io/gone: unconfined
    container.seccomp.security.alpha.kubernetes.io/metrics: unconfined
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: metrics
      image: registry.example/metrics:2.0.1
      securityContext:
        seccompProfile:
          type: RuntimeDefault
`,
      at: ['6:47', '7:57', '8:58', '9:61'],
      message: [
        'the annotation seccomp.security.alpha.kubernetes.io/pod is no longer read',
        'the annotation container.seccomp.security.alpha.kubernetes.io/web is no longer read',
        'the annotation container.seccomp.security.alpha.kubernetes.io/gone is no longer read',
        'the annotation container.seccomp.security.alpha.kubernetes.io/metrics is no longer read',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
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
          type: RuntimeDefault
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
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: runtime/default # since 2019
    container.apparmor.security.beta.kubernetes.io/gone: runtime/default
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      targetVersion: '1.30',
      at: ['6:57', '7:58'],
      message: [
        'the annotation container.apparmor.security.beta.kubernetes.io/web stands in place of the field appArmorProfile',
        'the annotation container.apparmor.security.beta.kubernetes.io/gone is for a container that the pod does not have',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
`,
    },
    {
      yaml: `apiVersion: v1
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
      targetVersion: '1.29',
      at: '7:58',
      message:
        'the annotation container.apparmor.security.beta.kubernetes.io/gone is for a container that the pod does not have',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: runtime/default
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
