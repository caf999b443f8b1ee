import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'service-account-token-secret',
  on: objectsOf('Secret'),
  severity: 'medium',
  title: 'Secret holds a token that never expires',
  why: 'Whoever reads the Secret once acts as the account for as long as the Secret exists.',
  advice: 'Ask for tokens that expire with kubectl create token or a projected volume, and delete the Secret.',
  messages: { permanent: 'it holds a token of a ServiceAccount that never expires' },
  evaluate(judged, report) {
    if (judged.content['type'] !== 'kubernetes.io/service-account-token') return;
    if (judged.labels.has('kubernetes.io/legacy-token-invalid-since')) return;
    report.fail('permanent', judged.at('type'));
  },
});

function secret(type: string, labels = ''): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: deployer
  namespace: shop
${labels}  annotations:
    kubernetes.io/service-account.name: deployer
type: ${type}
`;
}

export const examples: CheckExamples = {
  pass: [
    secret('Opaque'),
    secret(
      'kubernetes.io/service-account-token',
      '  labels:\n    kubernetes.io/legacy-token-invalid-since: "2025-11-03"\n',
    ),
  ],
  fail: [
    {
      yaml: secret('kubernetes.io/service-account-token', '  labels:\n    app: deployer\n'),
      at: '10:7',
      message: 'it holds a token of a ServiceAccount that never expires',
    },
  ],
};
