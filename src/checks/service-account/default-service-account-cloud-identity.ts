import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** The annotations by which the clouds tie an account to an identity of theirs. */
const IDENTITIES: readonly string[] = [
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
];

export default defineCheck({
  id: 'default-service-account-cloud-identity',
  on: objectsOf('ServiceAccount'),
  severity: 'medium',
  title: 'Default ServiceAccount carries an identity of the cloud',
  why: 'Every pod of the namespace that names no account acts in the cloud with the rights of that identity.',
  advice: 'Move the annotation to a ServiceAccount of the workload that needs it.',
  messages: { tied: 'annotation {annotation} gives every pod that names no account an identity of the cloud' },
  evaluate(judged, report) {
    if (judged.name !== 'default') return;
    for (const annotation of IDENTITIES) {
      if (!judged.annotations.get(annotation)) continue;
      report.fail('tied', judged.at('metadata', 'annotations', annotation), { annotation });
    }
  },
});

function account(name: string, annotations: string): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
  annotations:
${annotations}`;
}

export const examples: CheckExamples = {
  pass: [
    account('reports', '    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/reports\n'),
    account('default', '    eks.amazonaws.com/role-arn: ""\n    eks.amazonaws.com/sts-regional-endpoints: "true"\n'),
  ],
  fail: [
    {
      yaml: account(
        'default',
        `    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/reports
    iam.gke.io/gcp-service-account: reports@shop.example
    azure.workload.identity/client-id: reports
`,
      ),
      at: ['7:33', '8:37', '9:40'],
      message: [
        'annotation eks.amazonaws.com/role-arn gives every pod that names no account an identity of the cloud',
        'annotation iam.gke.io/gcp-service-account gives every pod that names no account an identity of the cloud',
        'annotation azure.workload.identity/client-id gives every pod that names no account an identity of the cloud',
      ],
    },
  ],
};
