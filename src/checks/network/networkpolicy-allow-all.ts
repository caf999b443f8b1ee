import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { allowsEverything, effectiveDirections, fieldsOf, rulesOf } from '../../kubernetes/network/policy-direction.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'networkpolicy-allow-all',
  on: objectsOf('networking.k8s.io/NetworkPolicy'),
  severity: 'medium',
  title: 'Network policy allows everything',
  why: 'It opens the pods it selects to every address, whatever other policies allow less.',
  advice: 'Name the peers and ports that are needed, or delete the policy.',
  messages: { everything: 'this rule allows all {direction}' },
  evaluate(judged, report) {
    for (const direction of effectiveDirections(judged.spec)) {
      for (const [index, rule] of rulesOf(judged.spec, direction).entries()) {
        if (!allowsEverything(rule, direction)) continue;
        const place = judged.at('spec', fieldsOf[direction].rules, index);
        report.fail('everything', place, { direction: direction.toLowerCase() });
      }
    }
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

export const examples: CheckExamples = {
  pass: [
    policy('  policyTypes: [Ingress, Egress]\n'),
    policy('  ingress:\n    - from:\n        - namespaceSelector: {}\n'),
    policy('  ingress:\n    - ports:\n        - port: 8443\n'),
    policy('  policyTypes: [Ingress]\n  egress:\n    - {}\n'),
  ],
  fail: [
    { yaml: policy('  ingress:\n    - from: []\n'), at: '9:7', message: 'this rule allows all ingress' },
    {
      yaml: policy('  egress:\n    - ports: [{port: 53}]\n    - to: [{ipBlock: {cidr: 0.0.0.0/0}}]\n'),
      at: '10:7',
      message: 'this rule allows all egress',
    },
  ],
};
