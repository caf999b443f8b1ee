import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { exposureKinds, exposureOf } from '../../kubernetes/exposure/workload-exposure.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'workload-exposed',
  on: workload,
  severity: 'medium',
  reads: exposureKinds,
  title: 'Workload can be reached from outside the cluster',
  why: 'It is where an attack from outside begins; what else is wrong with it weighs more.',
  advice: 'Close the way if nobody outside needs it; otherwise accept the finding and harden the workload first.',
  messages: { exposed: '{by} leads to its pods' },
  evaluate(judged, report, { inventory }) {
    const { exposure, missing } = exposureOf(judged, inventory);
    if (exposure !== undefined) report.fail('exposed', exposure.field, { by: exposure.by });
    else if (missing !== undefined) report.unknown(missing);
  },
});

function pod(port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - ${port}
`;
}

const closed = pod('containerPort: 8080');

function service(type: string): string {
  return `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ${type}
  selector:
    app: web
`;
}

const route = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {edge: "yes"}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: edge
spec:
  listeners:
    - name: web
      protocol: HTTP
      port: 80
      allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {edge: "yes"}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  parentRefs: [{name: edge, namespace: edge}]
  rules: [{backendRefs: [{name: web, port: 80}, {name: api, namespace: test, port: 80}]}]
`;

export const examples: CheckExamples = {
  pass: [{ yaml: closed + service('ClusterIP'), complete: true }],
  fail: [
    { yaml: pod('{containerPort: 8080, hostPort: 80}'), at: '13:11', message: 'port 80 of the node leads to its pods' },
    { yaml: closed + service('ClusterIP') + route, at: '7:5', message: 'HTTPRoute shop/web leads to its pods' },
    { yaml: closed + service('NodePort'), at: '7:5', message: 'Service shop/web leads to its pods' },
  ],
  unknown: [{ yaml: closed, missing: 'no Service of "shop" is among the inputs' }],
};
