import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-aliases',
  on: workload,
  severity: 'low',
  title: 'Pod has host names of its own',
  why: 'Names that only the pod knows lead it past DNS, so that nobody sees when they point to the wrong host.',
  advice: 'Remove hostAliases and give the host a name in DNS, or a Service of the type ExternalName.',
  messages: { aliased: 'the pod has host names of its own in hostAliases' },
  evaluate(judged, report) {
    if (asList(judged.pod['hostAliases']).length > 0) report.fail('aliased', judged.at('hostAliases'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the names are asked of DNS, which may not know them',
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
  hostAliases: []
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
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases:
    - ip: 10.1.2.3
      hostnames: [database.example]
    - ip: 10.1.2.4
      hostnames: [mail.example]
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: '7:5',
      message: 'the pod has host names of its own in hostAliases',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
