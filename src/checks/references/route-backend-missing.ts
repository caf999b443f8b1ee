import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { backendRefsOf, routeKinds } from '../../kubernetes/gateway.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { hasServicePort } from '../../kubernetes/service.ts';

export default defineCheck({
  id: 'route-backend-missing',
  on: objectsOf(...routeKinds),
  severity: 'medium',
  reads: ['Service'],
  title: 'Route leads to a Service that does not exist',
  why: 'Visitors get errors; whoever may create a Service of that name receives what they send, passwords included.',
  advice: 'Name a Service and a port that exist, or remove the backend.',
  messages: {
    service: 'Service "{service}" does not exist in "{namespace}"',
    port: 'Service "{service}" has no port {port}',
  },
  evaluate(judged, report, { inventory }) {
    for (const { group, kind, name: service, namespace, port, path } of backendRefsOf(judged.resource)) {
      if (group !== '' || kind !== 'Service') continue;
      const lookup = inventory.find('Service', service, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('service', judged.at(...path, 'name'), { service, namespace });
      if (lookup.is !== 'found' || port === undefined || hasServicePort(lookup.item, port)) continue;
      report.fail('port', judged.at(...path, 'port'), { service, port });
    }
  },
});

function route(kind: string, backend: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata:
  name: shop
  namespace: shop
spec:
  rules:
    - backendRefs:
        - ${backend}
`;
}

const service = `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  ports:
    - port: 80
      targetPort: 8080
`;

const web = '{name: web, port: 80}';

export const examples: CheckExamples = {
  pass: [
    `${route('HTTPRoute', web)}${service}`,
    `${route('TCPRoute', '{name: web}')}${service}`,
    `${route('HTTPRoute', '{name: web, namespace: other, port: 80}')}${service.replace('namespace: shop', 'namespace: other')}`,
    { yaml: route('HTTPRoute', '{group: shop.example, kind: Service, name: web, port: 80}'), complete: true },
    { yaml: route('HTTPRoute', "{group: '', kind: Bucket, name: images}"), complete: true },
  ],
  fail: [
    ...routeKinds.map((kind) => ({
      yaml: route(kind.slice(kind.indexOf('/') + 1), web),
      complete: true,
      at: '9:18',
      message: 'Service "web" does not exist in "shop"',
    })),
    {
      yaml: `${route('HTTPRoute', '{name: web, namespace: other, port: 80}')}${service}`,
      complete: true,
      at: '9:18',
      message: 'Service "web" does not exist in "other"',
    },
    {
      yaml: `${route('HTTPRoute', '{name: web, port: 8080}')}${service}`,
      at: '9:29',
      message: 'Service "web" has no port 8080',
    },
  ],
  unknown: [{ yaml: route('HTTPRoute', web), missing: 'no Service "shop/web" is among the inputs' }],
};
