import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isTokenMounted } from '../../kubernetes/service-account-token.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'default-service-account-used',
  on: workload,
  severity: 'low',
  reads: ['ServiceAccount'],
  title: 'Pods call the API as the default ServiceAccount',
  why: 'A right that one of the workloads needs is given to every other one that shares the account.',
  advice: 'Give the workload a ServiceAccount of its own, or set automountServiceAccountToken to false.',
  messages: { used: 'the pods use the ServiceAccount "default"' },
  evaluate(judged, report, { inventory }) {
    if (judged.serviceAccountName !== 'default') return;
    if (judged.projectedTokens.length === 0 && !isTokenMounted(judged, inventory)) return;
    report.fail('used', judged.at(judged.serviceAccountField));
  },
});

function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
${fields}`;
}

const token = `  volumes:
    - name: vault
      projected:
        sources:
          - serviceAccountToken:
              path: token
              audience: vault
`;

const message = 'the pods use the ServiceAccount "default"';

export const examples: CheckExamples = {
  pass: [
    podWith('  serviceAccountName: web\n'),
    podWith('  serviceAccount: web\n'),
    podWith('  automountServiceAccountToken: false\n'),
    `${podWith('')}---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
automountServiceAccountToken: false
`,
  ],
  fail: [
    { yaml: podWith(''), at: '6:1', message },
    { yaml: podWith('').replace('  namespace: shop\n', ''), at: '5:1', message },
    { yaml: podWith('  serviceAccountName: default\n'), at: '10:23', message },
    { yaml: podWith('  serviceAccountName: ""\n  serviceAccount: default\n'), at: '11:19', message },
    { yaml: podWith(`  automountServiceAccountToken: false\n${token}`), at: '6:1', message },
  ],
};
