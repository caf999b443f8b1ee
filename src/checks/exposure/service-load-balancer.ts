import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'service-load-balancer',
  on: objectsOf('Service'),
  severity: 'low',
  optIn: true,
  title: 'Service has a load balancer of its own',
  why: 'Each one is another address that faces outside, with rules of its own to keep.',
  advice: 'Let one Ingress or Gateway lead to it, or accept the finding where it is the front door.',
  messages: { loadBalancer: 'its type is LoadBalancer' },
  evaluate(judged, report) {
    if (judged.spec['type'] === 'LoadBalancer') report.fail('loadBalancer', judged.at('spec', 'type'));
  },
});

function service(type: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ${type}
`;
}

export const examples: CheckExamples = {
  pass: [service('NodePort')],
  fail: [{ yaml: service('LoadBalancer'), at: '7:9', message: 'its type is LoadBalancer' }],
};
