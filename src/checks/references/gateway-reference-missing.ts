import { type CheckExamples, type Context, defineCheck, type Reporter } from '../../core/check.ts';
import { asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { any, known, type Truth, yes } from '../../core/truth.ts';
import { takesKind } from '../../kubernetes/exposure/gateway-listener.ts';
import {
  GATEWAY_CLASS_KIND,
  GATEWAY_KIND,
  type GatewayReference,
  listenersFor,
  parentRefsOf,
  routeKinds,
} from '../../kubernetes/gateway.ts';
import { selectsNamespace } from '../../kubernetes/namespace-selection.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

const messages = {
  class: 'GatewayClass "{name}" does not exist',
  gateway: 'Gateway "{name}" does not exist in "{namespace}"',
  service: 'Service "{name}" does not exist in "{namespace}"',
  listener: 'Gateway "{name}" has no listener of the section or port',
  refused: 'no listener of Gateway "{name}" takes such routes of "{namespace}"',
} as const;

type GatewayReporter = Reporter<typeof messages>;

export default defineCheck({
  id: 'gateway-reference-missing',
  on: objectsOf(GATEWAY_KIND, ...routeKinds),
  severity: 'medium',
  reads: [GATEWAY_CLASS_KIND, GATEWAY_KIND, 'Service', 'Namespace'],
  title: 'Gateway or route belongs to something that does not exist',
  why: 'No controller answers for it: visitors do not get through, or get through past the rules of the route.',
  advice: 'Name a GatewayClass, or a Gateway and a listener, that exists and takes such routes.',
  messages,
  evaluate(judged, report, context) {
    if (judged.kind === GATEWAY_KIND) judgeClass(judged, report, context);
    else for (const parent of parentRefsOf(judged.resource)) judgeParent(parent, judged, report, context);
  },
});

function judgeClass(judged: KubernetesObject, report: GatewayReporter, { inventory }: Context): void {
  const name = asString(judged.spec['gatewayClassName']);
  if (!name) return;
  const lookup = inventory.find(GATEWAY_CLASS_KIND, name);
  if (lookup.is === 'unknown') report.unknown(lookup.missing);
  if (lookup.is === 'absent') report.fail('class', judged.at('spec', 'gatewayClassName'), { name });
}

function judgeParent(
  parent: GatewayReference,
  judged: KubernetesObject,
  report: GatewayReporter,
  { inventory }: Context,
): void {
  const { name, namespace, path } = parent;
  const kind = parent.group === '' ? parent.kind : `${parent.group}/${parent.kind}`;
  if (kind !== GATEWAY_KIND && kind !== 'Service') return;
  const lookup = inventory.find(kind, name, namespace);
  if (lookup.is === 'unknown') report.unknown(lookup.missing);
  if (lookup.is === 'absent') {
    report.fail(kind === 'Service' ? 'service' : 'gateway', judged.at(...path, 'name'), { name, namespace });
  }
  if (lookup.is !== 'found' || kind === 'Service') return;
  const listeners = listenersFor(parent, lookup.item);
  if (listeners.length === 0) {
    const field = parent.sectionName === undefined ? 'port' : 'sectionName';
    report.fail('listener', judged.at(...path, field), { name });
  } else if (namespace !== judged.namespace) {
    const isTaken = any(listeners, (listener) => takes(listener, judged.resource, inventory));
    if (isTaken.is === 'unknown') for (const what of isTaken.missing) report.unknown({ what });
    if (isTaken.is === 'no') {
      report.fail('refused', judged.at(...path, 'namespace'), { name, namespace: judged.namespace ?? '' });
    }
  }
}

/** Whether a listener of a Gateway in another namespace takes a route. */
function takes(listener: JsonObject, { kind, namespace = '' }: Resource, inventory: Context['inventory']): Truth {
  if (!takesKind(listener, kind)) return known(false);
  const { from, selector } = asObject(asObject(listener['allowedRoutes'])['namespaces']);
  if (from === 'All') return yes;
  return from === 'Selector' ? selectsNamespace(selector, namespace, inventory) : known(false);
}

function route(parent: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  parentRefs:
    - ${parent}
`;
}

function gateway(namespace: string, allowed = '{}'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: ${namespace}
spec:
  gatewayClassName: proxy
  listeners:
    - {name: http, protocol: HTTP, port: 80, allowedRoutes: ${allowed}}
    - {name: https, protocol: HTTPS, port: 443, allowedRoutes: ${allowed}}
`;
}

const gatewayClass = `---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: proxy
`;

const service = `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
`;

const shop = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {team: sales}
`;

const own = '{name: edge, sectionName: https, port: 443}';
const other = '{name: edge, namespace: infra}';
const ofSales = '{namespaces: {from: Selector, selector: {matchLabels: {team: sales}}}}';
const mesh = "{group: '', kind: Service, name: web}";

export const examples: CheckExamples = {
  pass: [
    `${route(own)}${gateway('shop')}${gatewayClass}`,
    `${route(other)}${gateway('infra', '{namespaces: {from: All}}')}${gatewayClass}`,
    `${route(other)}${gateway('infra', ofSales)}${gatewayClass}${shop}`,
    `${route(mesh)}${service}`,
    { yaml: route('{group: shop.example, kind: Mesh, name: web}'), complete: true },
    { yaml: gateway('shop').replace('  gatewayClassName: proxy\n', ''), complete: true },
  ],
  fail: [
    { yaml: gateway('shop'), complete: true, at: '8:21', message: 'GatewayClass "proxy" does not exist' },
    { yaml: route(own), complete: true, at: '8:14', message: 'Gateway "edge" does not exist in "shop"' },
    { yaml: route(mesh), complete: true, at: '8:40', message: 'Service "web" does not exist in "shop"' },
    {
      yaml: `${route('{name: edge, sectionName: tls}')}${gateway('shop')}${gatewayClass}`,
      at: '8:33',
      message: 'Gateway "edge" has no listener of the section or port',
    },
    {
      yaml: `${route('{name: edge, port: 8443}')}${gateway('shop')}${gatewayClass}`,
      at: '8:26',
      message: 'Gateway "edge" has no listener of the section or port',
    },
    {
      yaml: `${route(other)}${gateway('infra')}${gatewayClass}`,
      at: '8:31',
      message: 'no listener of Gateway "edge" takes such routes of "shop"',
    },
    {
      yaml: `${route(other)}${gateway('infra', '{namespaces: {from: Same}}')}${gatewayClass}`,
      at: '8:31',
      message: 'no listener of Gateway "edge" takes such routes of "shop"',
    },
    {
      yaml: `${route(other)}${gateway('infra', '{namespaces: {from: All}, kinds: [{kind: TCPRoute}]}')}${gatewayClass}`,
      at: '8:31',
      message: 'no listener of Gateway "edge" takes such routes of "shop"',
    },
    {
      yaml: `${route(other).replace('HTTPRoute', 'TCPRoute')}${gateway('infra', '{namespaces: {from: All}}')}`,
      at: '8:31',
      message: 'no listener of Gateway "edge" takes such routes of "shop"',
    },
    {
      yaml: `${route(other)}${gateway('infra', ofSales)}${gatewayClass}${shop.replace('sales', 'ops')}`,
      at: '8:31',
      message: 'no listener of Gateway "edge" takes such routes of "shop"',
    },
  ],
  unknown: [
    { yaml: route(own), missing: 'no Gateway "shop/edge" is among the inputs' },
    { yaml: gateway('shop'), missing: 'no GatewayClass "proxy" is among the inputs' },
    {
      yaml: `${route(other)}${gateway('infra', ofSales)}${gatewayClass}`,
      missing: 'no Namespace "shop" is among the inputs',
    },
  ],
};
