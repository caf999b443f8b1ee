import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { listenerAccepts, namespaceLabels } from '../../kubernetes/exposure/gateway-listener.ts';
import { asksFor, GATEWAY_KIND, isGateway, parentRefsOf } from '../../kubernetes/gateway.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

const HTTP_ROUTE = 'gateway.networking.k8s.io/HTTPRoute';

export default defineCheck({
  id: 'gateway-listener-without-tls',
  on: objectsOf(GATEWAY_KIND),
  severity: 'medium',
  reads: [HTTP_ROUTE, 'Namespace'],
  title: 'Gateway listens without TLS',
  why: 'Everyone between client and cluster reads and changes what is sent, passwords and sessions among it.',
  advice: 'Listen with HTTPS and a certificate; leave to the plain listener routes that only redirect to it.',
  messages: {
    plain: 'listener "{name}" takes plain {protocol}',
    certificate: 'listener "{name}" names no certificate',
  },
  evaluate(judged, report, { inventory }) {
    for (const [index, entry] of asList(judged.spec['listeners']).entries()) {
      const listener = asObject(entry);
      const name = asString(listener['name']) ?? '';
      const protocol = asString(listener['protocol']) ?? '';
      const field = judged.at('spec', 'listeners', index, 'protocol');
      if (protocol === 'TCP' || (protocol === 'HTTP' && !onlyRedirects(judged, listener, inventory))) {
        report.fail('plain', field, { name, protocol });
      }
      if ((protocol === 'HTTPS' || protocol === 'TLS') && !hasCertificate(asObject(listener['tls']))) {
        report.fail('certificate', judged.at('spec', 'listeners', index, 'tls'), { name });
      }
    }
  },
});

function hasCertificate(tls: JsonObject): boolean {
  return tls['mode'] === 'Passthrough' || asList(tls['certificateRefs']).length > 0;
}

/** Whether the scan holds routes of a listener and each of their rules only sends to https. */
function onlyRedirects(judged: KubernetesObject, listener: JsonObject, inventory: Inventory): boolean {
  const labelsOf = namespaceLabels(inventory);
  const attached = inventory
    .select(HTTP_ROUTE)
    .items.filter((one) => isParent(judged, listener, one))
    .filter((one) => listenerAccepts(listener, judged.resource, one, labelsOf).is !== 'no');
  const rules = attached.flatMap(({ content }) => asList(asObject(content['spec'])['rules']).map(asObject));
  return rules.length > 0 && rules.every(redirectsToHttps);
}

/** Whether a route names the Gateway, and the listener if it names any. */
function isParent(judged: KubernetesObject, listener: JsonObject, attached: Resource): boolean {
  return parentRefsOf(attached)
    .filter(isGateway)
    .some(
      (parent) => parent.name === judged.name && parent.namespace === judged.namespace && asksFor(parent, listener),
    );
}

function redirectsToHttps(rule: JsonObject): boolean {
  if (asList(rule['backendRefs']).length > 0) return false;
  return asList(rule['filters'])
    .map(asObject)
    .some(
      (filter) => filter['type'] === 'RequestRedirect' && asObject(filter['requestRedirect'])['scheme'] === 'https',
    );
}

function gateway(listener: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  listeners:
    - name: web
      port: 80
${listener}`;
}

function route(parent: string, rule: string, namespace = 'shop'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: ${namespace}
spec:
  parentRefs:
    - ${parent}
  rules:
    - ${rule}
`;
}

const http = gateway('      protocol: HTTP\n');

function httpFor(namespaces: string): string {
  return gateway(`      protocol: HTTP\n      allowedRoutes: {namespaces: {from: ${namespaces}}}\n`);
}

const test = `---
apiVersion: v1
kind: Namespace
metadata:
  name: test
  labels: {edge: "yes"}
`;
const serves = 'backendRefs: [{name: web, port: 80}]';
const redirect = 'filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]';
const plain = 'listener "web" takes plain HTTP';

export const examples: CheckExamples = {
  pass: [
    gateway('      protocol: UDP\n'),
    gateway('      protocol: HTTPS\n      tls: {certificateRefs: [{name: web}]}\n'),
    gateway('      protocol: TLS\n      tls: {mode: Passthrough}\n'),
    http + route('{name: edge}', redirect),
    httpFor('Selector, selector: {matchLabels: {edge: "yes"}}') +
      route('{name: edge, namespace: shop, sectionName: web}', redirect, 'test') +
      test,
    // Only routes of its own namespace attach.
    http + route('{name: edge}', redirect) + route('{name: edge, namespace: shop}', serves, 'test'),
    http + route('{name: edge}', redirect) + route('{name: other}', 'backendRefs: [{name: web, port: 80}]', 'test'),
  ],
  fail: [
    { yaml: http + route('{name: edge, namespace: shop}', redirect, 'test'), at: '10:17', message: plain },
    {
      yaml: httpFor('All') + route('{name: edge}', redirect) + route('{name: edge, namespace: shop}', serves, 'test'),
      at: '10:17',
      message: plain,
    },
    { yaml: http + route("{group: '', kind: Service, name: edge}", redirect), at: '10:17', message: plain },
    { yaml: http, at: '10:17', message: plain },
    { yaml: gateway('      protocol: TCP\n'), at: '10:17', message: 'listener "web" takes plain TCP' },
    { yaml: gateway('      protocol: HTTPS\n'), at: '8:7', message: 'listener "web" names no certificate' },
    {
      yaml: gateway('      protocol: TLS\n      tls: {mode: Terminate, certificateRefs: []}\n'),
      at: '11:12',
      message: 'listener "web" names no certificate',
    },
    { yaml: http + route('{name: edge}', 'backendRefs: [{name: web, port: 80}]'), at: '10:17', message: plain },
    { yaml: http + route('{name: edge}', `{backendRefs: [{name: web}], ${redirect}}`), at: '10:17', message: plain },
    { yaml: http + route('{name: edge}', redirect.replace('https', 'http')), at: '10:17', message: plain },
    {
      yaml: http + route('{name: edge}', redirect.replace('RequestRedirect', 'URLRewrite')),
      at: '10:17',
      message: plain,
    },
    { yaml: http + route('{name: other}', redirect), at: '10:17', message: plain },
    { yaml: http + route('{name: edge, sectionName: tls}', redirect), at: '10:17', message: plain },
    { yaml: http + route('{name: edge}', redirect, 'test'), at: '10:17', message: plain },
  ],
};
