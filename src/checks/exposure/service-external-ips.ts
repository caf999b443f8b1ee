import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'service-external-ips',
  on: objectsOf('Service'),
  severity: 'medium',
  title: 'Service claims external addresses',
  why: 'Nodes send traffic for these addresses to the pods: who sets them can take traffic that is meant for others.',
  advice: 'Use a load balancer or a Gateway, which get their addresses from the platform.',
  messages: { claimed: 'it takes the traffic of addresses that nobody gave it' },
  evaluate(judged, report) {
    // An alias takes nobody's traffic.
    if (judged.spec['type'] === 'ExternalName') return;
    if (asList(judged.spec['externalIPs']).length > 0) report.fail('claimed', judged.at('spec', 'externalIPs'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'traffic to these addresses no longer reaches the pods',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

function service(spec: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
${spec}  ports:
    - port: 80
`;
}

export const examples: CheckExamples = {
  pass: [
    service('  type: ExternalName\n  externalName: shop.example\n  externalIPs: [192.0.2.7]\n'),
    service('  externalIPs: []\n'),
  ],
  fail: [
    {
      yaml: service('  externalIPs:\n    - 192.0.2.7\n'),
      at: '8:5',
      message: 'it takes the traffic of addresses that nobody gave it',
      fixed: service(''),
    },
  ],
};
