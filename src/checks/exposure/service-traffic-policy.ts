import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'service-traffic-policy',
  on: objectsOf('Service'),
  severity: 'low',
  optIn: true,
  title: 'External traffic policy does not fit the Service',
  why: 'Cluster hides who connects from policies and logs; Local drops what arrives at a node without a pod.',
  advice: 'Use Local behind a load balancer, which knows the nodes with pods, and Cluster for a NodePort.',
  messages: {
    hidden: 'the pods see the address of a node instead of the client',
    dropped: 'nodes without a pod drop the traffic',
  },
  evaluate(judged, report) {
    const { type, externalTrafficPolicy } = judged.spec;
    const field = judged.at('spec', 'externalTrafficPolicy');
    if (type === 'LoadBalancer' && (externalTrafficPolicy || 'Cluster') === 'Cluster') report.fail('hidden', field);
    if (type === 'NodePort' && externalTrafficPolicy === 'Local') report.fail('dropped', field);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'traffic takes another way to the pods',
    edits: (edit, finding) => edit.set(finding.at, finding.message === 'hidden' ? 'Local' : 'Cluster'),
  },
});

function service(type: string, policy = ''): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ${type}
${policy}`;
}

const local = '  externalTrafficPolicy: Local\n';
const everywhere = '  externalTrafficPolicy: Cluster\n';

export const examples: CheckExamples = {
  pass: [service('LoadBalancer', local), service('NodePort', everywhere), service('NodePort'), service('ClusterIP')],
  fail: [
    {
      yaml: service('LoadBalancer', everywhere),
      at: '8:26',
      message: 'the pods see the address of a node instead of the client',
      fixed: service('LoadBalancer', local),
    },
    {
      yaml: service('LoadBalancer'),
      at: '6:1',
      message: 'the pods see the address of a node instead of the client',
      fixed: service('LoadBalancer', local),
    },
    {
      yaml: service('LoadBalancer', "  externalTrafficPolicy: ''\n"),
      at: '8:26',
      message: 'the pods see the address of a node instead of the client',
      fixed: service('LoadBalancer', local),
    },
    {
      yaml: service('NodePort', local),
      at: '8:26',
      message: 'nodes without a pod drop the traffic',
      fixed: service('NodePort', everywhere),
    },
  ],
};
