import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { directions, effectiveDirections, fieldsOf, rulesOf } from '../../kubernetes/network/policy-direction.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'networkpolicy-rules-ignored',
  on: objectsOf('networking.k8s.io/NetworkPolicy'),
  severity: 'medium',
  title: 'Rules of the network policy are not read',
  why: 'The rules look as if they closed the direction, and nothing closes it.',
  advice: 'Add the direction to policyTypes, or delete the rules.',
  messages: { ignored: 'policyTypes does not name {direction}, so that these rules do nothing' },
  evaluate(judged, report) {
    // Where policyTypes is unset, every direction that has rules is effective.
    for (const direction of directions) {
      if (effectiveDirections(judged.spec).includes(direction) || rulesOf(judged.spec, direction).length === 0)
        continue;
      report.fail('ignored', judged.at('spec', fieldsOf[direction].rules), { direction });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the direction is closed but for what the rules allow',
    edits: (edit, finding, judged) => edit.append(judged.at('spec', 'policyTypes'), finding.data['direction']),
  },
});

function policy(spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: rules
  namespace: shop
spec:
  podSelector: {}
${spec}`;
}

const egress = `  egress:
    - to:
        - podSelector: {}
`;

export const examples: CheckExamples = {
  pass: [
    policy(egress),
    policy(`  policyTypes: null\n${egress}`),
    policy(`  policyTypes: [Egress]\n${egress}`),
    policy('  policyTypes: [Ingress]\n  egress: []\n'),
  ],
  fail: [
    {
      yaml: policy(`  policyTypes: [Ingress]\n${egress}`),
      at: '10:5',
      message: 'policyTypes does not name Egress, so that these rules do nothing',
      fixed: policy(`  policyTypes: [Ingress, Egress]\n${egress}`),
    },
    {
      yaml: policy('  policyTypes:\n    - Egress\n  ingress:\n    - ports:\n        - port: 8443\n'),
      at: '11:5',
      message: 'policyTypes does not name Ingress, so that these rules do nothing',
      fixed: policy('  policyTypes:\n    - Egress\n    - Ingress\n  ingress:\n    - ports:\n        - port: 8443\n'),
    },
  ],
};
