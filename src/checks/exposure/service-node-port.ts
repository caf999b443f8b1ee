import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'service-node-port',
  on: objectsOf('Service'),
  severity: 'medium',
  title: 'Service opens a port on every node',
  why: 'Whoever reaches any node reaches the pods, past the load balancer and its rules.',
  advice: 'Make it a ClusterIP and let an Ingress or Gateway lead to it.',
  messages: { nodePort: 'its type is NodePort' },
  evaluate(judged, report) {
    if (judged.spec['type'] === 'NodePort') report.fail('nodePort', judged.at('spec', 'type'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the port of the nodes closes',
    edits(edit, _finding, judged) {
      edit.set(judged.at('spec', 'type'), 'ClusterIP');
      for (const [index, port] of asList(judged.spec['ports']).entries()) {
        if (asObject(port)['nodePort'] !== undefined) edit.remove(judged.at('spec', 'ports', index, 'nodePort'));
      }
    },
  },
});

function service(type: string, nodePort = ''): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ${type}
  ports:
    - port: 80
    - port: 443
${nodePort}`;
}

export const examples: CheckExamples = {
  pass: [service('ClusterIP'), service('LoadBalancer', '      nodePort: 30443\n')],
  fail: [
    {
      yaml: service('NodePort', '      nodePort: 30443\n'),
      at: '7:9',
      message: 'its type is NodePort',
      fixed: service('ClusterIP'),
    },
  ],
};
