import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Resource } from '../../core/resource.ts';
import {
  backendRefsOf,
  certificateRefsOf,
  GATEWAY_KIND,
  type GatewayReference,
  grants,
  mirrorRefsOf,
  REFERENCE_GRANT_KIND,
  routeKinds,
} from '../../kubernetes/gateway.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'reference-grant-missing',
  on: objectsOf(GATEWAY_KIND, ...routeKinds),
  severity: 'medium',
  reads: [REFERENCE_GRANT_KIND],
  title: 'Reference to another namespace is not granted',
  why: 'The Gateway refuses the reference: visitors get errors, or no certificate.',
  advice: 'Create a ReferenceGrant in the namespace of the object that is named.',
  messages: { refused: 'no ReferenceGrant of "{target}" allows "{namespace}" to name {kind} "{name}"' },
  evaluate(judged, report, { inventory }) {
    const { resource, namespace = '' } = judged;
    for (const reference of referencesOf(resource)) {
      const { kind, name, namespace: target, path } = reference;
      if (target === namespace) continue;
      const { items, missing } = inventory.select(REFERENCE_GRANT_KIND, target);
      if (items.some((grant) => grants(grant, resource, reference))) continue;
      if (missing !== undefined) report.unknown(missing);
      else report.fail('refused', judged.at(...path, 'namespace'), { target, namespace, kind, name });
    }
  },
});

function referencesOf(resource: Resource): GatewayReference[] {
  if (resource.kind === GATEWAY_KIND) return certificateRefsOf(resource);
  return [...backendRefsOf(resource), ...mirrorRefsOf(resource)];
}

const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  parentRefs:
    - {name: edge, namespace: infra}
  rules:
    - backendRefs:
        - {name: web, port: 80}
        - {name: search, namespace: data, port: 80}
`;

const mirror = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  rules:
    - backendRefs: [{name: web, port: 80}]
      filters:
        - type: RequestMirror
          requestMirror:
            backendRef: {name: shadow, port: 80, namespace: data}
`;

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  listeners:
    - tls:
        certificateRefs: [{name: tls, namespace: data}]
`;

function grantOf(kind: string, to: string, namespace = 'data'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: shop
  namespace: ${namespace}
spec:
  from:
    - {group: gateway.networking.k8s.io, kind: ${kind}, namespace: shop}
  to:
    - {group: '', kind: ${to}}
`;
}

export const examples: CheckExamples = {
  pass: [
    `${route}${grantOf('HTTPRoute', 'Service')}`,
    `${gateway}${grantOf('Gateway', 'Secret')}`,
    { yaml: route.replace(', namespace: data', ', namespace: shop'), complete: true },
  ],
  fail: [
    {
      yaml: route,
      complete: true,
      at: '12:37',
      message: 'no ReferenceGrant of "data" allows "shop" to name Service "search"',
    },
    {
      yaml: `${route}${grantOf('HTTPRoute', 'Service', 'shop')}`,
      complete: true,
      at: '12:37',
      message: 'no ReferenceGrant of "data" allows "shop" to name Service "search"',
    },
    {
      yaml: mirror,
      complete: true,
      at: '12:61',
      message: 'no ReferenceGrant of "data" allows "shop" to name Service "shadow"',
    },
    {
      yaml: `${gateway}${grantOf('HTTPRoute', 'Secret')}`,
      complete: true,
      at: '9:50',
      message: 'no ReferenceGrant of "data" allows "shop" to name Secret "tls"',
    },
  ],
  unknown: [{ yaml: route, missing: 'no ReferenceGrant of "data" is among the inputs' }],
};
