import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString, type JsonObject } from '../../core/json.ts';
import { serverMinorOf } from '../../kubernetes/pod-security/policy-version.ts';
import { isContainerSelinuxType } from '../../kubernetes/selinux-type.ts';
import { workload } from '../../kubernetes/workload.ts';

const OPTIONS_PATH = ['securityContext', 'seLinuxOptions'];

export default defineCheck({
  id: 'selinux-custom-options',
  on: workload,
  severity: 'medium',
  title: 'SELinux label is not one of those that containers have',
  why: 'A label such as spc_t turns SELinux off for the process, which is what keeps it from files of the node.',
  advice: 'Remove user and role, and use one of the types that are made for containers.',
  messages: {
    pod: 'the pod runs with the SELinux {field} "{value}"',
    container: '{container} runs with the SELinux {field} "{value}"',
  },
  evaluate(judged, report, { targetVersion }) {
    const minor = serverMinorOf(targetVersion);
    for (const option of customOptions(judged.securityContext, minor)) {
      report.fail('pod', judged.at(...OPTIONS_PATH, option.field), option);
    }
    for (const container of judged.containers) {
      for (const option of customOptions(container.securityContext, minor)) {
        const place = container.at(...OPTIONS_PATH, option.field);
        report.fail('container', place, { container: container.part, ...option });
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process can do no more than other containers',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

function customOptions(securityContext: JsonObject, minor: number): { field: string; value: string }[] {
  const options = asObject(securityContext['seLinuxOptions']);
  return ['user', 'role', 'type']
    .map((field) => ({ field, value: asString(options[field]) ?? '' }))
    .filter(({ field, value }) => value !== '' && (field !== 'type' || !isContainerSelinuxType(value, minor)));
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      user: ""
      role: ""
      type: ""
      level: s0:c123,c456
  containers:
    - name: web
      image: registry.example/web:1.4.2
      securityContext:
        seLinuxOptions:
          type: container_t
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        seLinuxOptions:
          type: container_engine_t
`,
      targetVersion: '1.31',
    },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      user: system_u
      role: system_r
      type: spc_t # reads the logs of the node
      level: s0
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: ['8:13', '9:13', '10:13'],
      message: [
        'the pod runs with the SELinux user "system_u"',
        'the pod runs with the SELinux role "system_r"',
        'the pod runs with the SELinux type "spc_t"',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      level: s0
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  initContainers:
    - name: fetch
      image: registry.example/fetch:0.9.0
      securityContext:
        capabilities: {drop: [ALL]}
        seLinuxOptions:
          user: root
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        capabilities: {drop: [ALL]}
        seLinuxOptions:
          type: container_engine_t # counts from 1.31 on
`,
      targetVersion: '1.30',
      at: ['12:17', '19:17'],
      message: [
        'init container "fetch" runs with the SELinux user "root"',
        'container "builder" runs with the SELinux type "container_engine_t"',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  initContainers:
    - name: fetch
      image: registry.example/fetch:0.9.0
      securityContext:
        capabilities: {drop: [ALL]}
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        capabilities: {drop: [ALL]}
`,
    },
  ],
};
