import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'service-account-missing',
  on: workload,
  severity: 'high',
  reads: ['ServiceAccount'],
  title: 'ServiceAccount does not exist',
  why: 'The API server refuses pods of an account that does not exist: the workload never starts.',
  advice: 'Create the ServiceAccount in the namespace of the workload, or name one that exists.',
  messages: { missing: 'the pods run as ServiceAccount "{account}", which does not exist in "{namespace}"' },
  evaluate(judged, report, { inventory }) {
    const account = judged.serviceAccountName;
    const lookup = inventory.find('ServiceAccount', account, judged.namespace);
    if (lookup.is === 'unknown') report.unknown(lookup.missing);
    if (lookup.is === 'absent') {
      report.fail('missing', judged.at(judged.serviceAccountField), { account, namespace: judged.namespace });
    }
  },
});

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
`;

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [
    `${account}---
${pod}`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: default
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
  ],
  fail: [
    {
      yaml: pod,
      complete: true,
      at: '7:23',
      message: 'the pods run as ServiceAccount "web", which does not exist in "shop"',
    },
  ],
  unknown: [{ yaml: pod, missing: 'no ServiceAccount "shop/web" is among the inputs' }],
};
