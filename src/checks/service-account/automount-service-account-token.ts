import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isTokenMounted } from '../../kubernetes/service-account-token.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'automount-service-account-token',
  on: workload,
  severity: 'medium',
  reads: ['ServiceAccount'],
  title: 'Pods receive an API token that few of them need',
  why: 'Whoever breaks into a container finds the token and asks the API server for all that the account may do.',
  advice: 'Set automountServiceAccountToken to false, and accept the finding for workloads that call the API.',
  messages: { mounted: 'the pods receive the token of ServiceAccount "{account}"' },
  evaluate(judged, report, { inventory }) {
    if (!isTokenMounted(judged, inventory)) return;
    report.fail('mounted', judged.at('automountServiceAccountToken'), { account: judged.serviceAccountName });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a program that calls the API no longer finds its token',
    edits: (edit, finding) => edit.set(finding.at, false),
  },
});

function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${fields}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

function account(name: string, automount: string): string {
  return `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
automountServiceAccountToken: ${automount}
`;
}

export const examples: CheckExamples = {
  pass: [
    podWith('  automountServiceAccountToken: false\n'),
    podWith('  automountServiceAccountToken: false\n') + account('default', 'true'),
    podWith('  serviceAccountName: web\n') + account('web', 'false'),
  ],
  fail: [
    {
      yaml: podWith('  automountServiceAccountToken: true # calls the API\n') + account('default', 'false'),
      at: '7:33',
      message: 'the pods receive the token of ServiceAccount "default"',
      fixed: podWith('  automountServiceAccountToken: false # calls the API\n') + account('default', 'false'),
    },
    {
      yaml: podWith('  serviceAccountName: web\n') + account('default', 'false'),
      at: '6:1',
      message: 'the pods receive the token of ServiceAccount "web"',
      fixed: `${podWith('  serviceAccountName: web\n')}  automountServiceAccountToken: false\n${account('default', 'false')}`,
    },
    {
      yaml: podWith('  serviceAccountName: web\n'),
      at: '6:1',
      message: 'the pods receive the token of ServiceAccount "web"',
      fixed: `${podWith('  serviceAccountName: web\n')}  automountServiceAccountToken: false\n`,
    },
  ],
};
