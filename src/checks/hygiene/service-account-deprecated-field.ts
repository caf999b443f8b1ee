import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { isStored } from '../../kubernetes/object.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'service-account-deprecated-field',
  on: workload,
  severity: 'low',
  title: 'ServiceAccount is named by a deprecated field',
  why: 'Where both fields are set one of them is ignored, so that pods run with permissions nobody meant them to have.',
  advice: 'Name the account in serviceAccountName and remove serviceAccount.',
  messages: {
    deprecated: 'the deprecated field serviceAccount names "{account}"',
    differs: 'serviceAccount names "{account}" and serviceAccountName "{other}", which wins',
  },
  evaluate(judged, report) {
    if (isStored(judged.resource)) return;
    const account = asString(judged.pod['serviceAccount']);
    if (!account) return;
    const other = asString(judged.pod['serviceAccountName']);
    const at = judged.at('serviceAccount');
    if (!other) report.fail('deprecated', at, { account });
    else if (other !== account) report.fail('differs', at, { account, other });
  },
  fix: {
    effect: 'safe',
    because: 'the pods run as the same account as before',
    edits(edit, finding, judged) {
      edit.remove(finding.at);
      if (finding.message === 'deprecated') edit.set(judged.at('serviceAccountName'), finding.data['account']);
    },
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: web # of old
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

const both = pod.replace('  containers', '  serviceAccountName: web\n  containers');

export const examples: CheckExamples = {
  pass: [
    both,
    pod.replace('serviceAccount:', 'serviceAccountName:'),
    pod.replace('serviceAccount: web', "serviceAccount: ''"),
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  uid: 5f0c1c0e-0000-4000-8000-000000000001
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      serviceAccount: web
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
  ],
  fail: [
    {
      yaml: pod,
      at: '6:19',
      message: 'the deprecated field serviceAccount names "web"',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  serviceAccountName: web
`,
    },
    {
      yaml: both.replace('serviceAccountName: web', "serviceAccountName: ''"),
      at: '6:19',
      message: 'the deprecated field serviceAccount names "web"',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
    {
      yaml: both.replace('serviceAccount: web', 'serviceAccount: admin'),
      at: '6:19',
      message: 'serviceAccount names "admin" and serviceAccountName "web", which wins',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
