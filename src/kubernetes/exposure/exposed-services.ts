import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import { any, no, type Truth, yes } from '../../core/truth.ts';
import {
  backendRefsOf,
  GATEWAY_KIND,
  type GatewayReference,
  grants,
  isGateway,
  listenersFor,
  parentRefsOf,
  REFERENCE_GRANT_KIND,
  routeKinds,
} from '../gateway.ts';
import { listenerAccepts, namespaceLabels } from './gateway-listener.ts';

const INGRESS = 'networking.k8s.io/Ingress';
const OPENSHIFT_ROUTE = 'route.openshift.io/Route';
const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';
const ISTIO_GATEWAY = 'networking.istio.io/Gateway';

/** The kinds that lead traffic from outside to a Service, and what decides whether they do. */
export const routingKinds: readonly string[] = [
  INGRESS,
  ...routeKinds,
  GATEWAY_KIND,
  REFERENCE_GRANT_KIND,
  'Namespace',
  OPENSHIFT_ROUTE,
  VIRTUAL_SERVICE,
  ISTIO_GATEWAY,
];

/** Which Services are led to from outside, by `namespace/name`. */
export interface RoutedServices {
  /** Who leads there: titles such as `Ingress shop/web`. */
  readonly by: ReadonlyMap<string, string>;
  /** What is missing to know whether somebody does. */
  readonly missing: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Inventory, RoutedServices>();

/** The Services that traffic from outside is led to; gathered once. */
export function routedServices(inventory: Inventory): RoutedServices {
  const known = indexes.get(inventory) ?? gather(inventory);
  indexes.set(inventory, known);
  return known;
}

function gather(inventory: Inventory): RoutedServices {
  const by = new Map<string, string>();
  const missing = new Map<string, string>();
  for (const { service, route, isOpen } of routesOf(inventory)) {
    if (isOpen.is === 'yes' && !by.has(service)) by.set(service, resourceTitle(route));
    if (isOpen.is === 'unknown') for (const what of isOpen.missing) missing.set(service, what);
  }
  return { by, missing };
}

interface Routing {
  readonly service: string;
  readonly route: Resource;
  /** Whether the route is in force. */
  readonly isOpen: Truth;
}

function* routesOf(inventory: Inventory): Iterable<Routing> {
  for (const route of inventory.select(INGRESS).items) yield* routings(route, ingressRoutes(route));
  for (const kind of routeKinds) {
    for (const route of inventory.select(kind).items) {
      const isOpen = isAccepted(route, inventory);
      if (isOpen.is !== 'no') yield* routings(route, gatewayRoutes(route, inventory), isOpen);
    }
  }
  for (const route of inventory.select(OPENSHIFT_ROUTE).items) yield* routings(route, openShiftRoutes(route));
  for (const service of inventory.select(VIRTUAL_SERVICE).items) {
    if (isBoundToGateway(service, inventory)) yield* routings(service, virtualServiceRoutes(service));
  }
}

function* routings(route: Resource, services: Iterable<string>, isOpen: Truth = yes): Iterable<Routing> {
  for (const service of services) yield { service, route, isOpen };
}

function* ingressRoutes(ingress: Resource): Iterable<string> {
  const spec = asObject(ingress.content['spec']);
  const paths = asList(spec['rules']).flatMap((rule) => asList(asObject(asObject(rule)['http'])['paths']));
  const backends = [spec['defaultBackend'] ?? spec['backend'], ...paths.map((path) => asObject(path)['backend'])];
  for (const backend of backends.map(asObject)) {
    // Before networking.k8s.io/v1 the name stood in the backend itself.
    const name = asString(asObject(backend['service'])['name']) ?? asString(backend['serviceName']);
    if (name !== undefined) yield `${ingress.namespace ?? ''}/${name}`;
  }
}

/** Whether a Gateway among the inputs takes a route. */
function isAccepted(route: Resource, inventory: Inventory): Truth {
  const labelsOf = namespaceLabels(inventory);
  return any(parentRefsOf(route).filter(isGateway), (parent) => {
    const found = inventory.find(GATEWAY_KIND, parent.name, parent.namespace);
    if (found.is !== 'found') return no;
    return any(listenersFor(parent, found.item), (listener) => listenerAccepts(listener, found.item, route, labelsOf));
  });
}

function* gatewayRoutes(route: Resource, inventory: Inventory): Iterable<string> {
  for (const backend of backendRefsOf(route)) {
    const { group, kind, name, namespace } = backend;
    if (group !== '' || kind !== 'Service' || name === '') continue;
    if (namespace === route.namespace || isGranted(backend, route, inventory)) yield `${namespace}/${name}`;
  }
}

function isGranted(backend: GatewayReference, route: Resource, inventory: Inventory): boolean {
  return inventory.select(REFERENCE_GRANT_KIND, backend.namespace).items.some((grant) => grants(grant, route, backend));
}

function* openShiftRoutes(route: Resource): Iterable<string> {
  const spec = asObject(route.content['spec']);
  for (const target of [spec['to'], ...asList(spec['alternateBackends'])].map(asObject)) {
    const name = asString(target['name']);
    if (name !== undefined && (target['kind'] ?? 'Service') === 'Service') yield `${route.namespace ?? ''}/${name}`;
  }
}

/** `mesh` is every sidecar, not a way in from outside. */
function isBoundToGateway(service: Resource, inventory: Inventory): boolean {
  return asList(asObject(service.content['spec'])['gateways']).some((entry) => {
    const [first = '', second] = (asString(entry) ?? '').split('/');
    const namespace = second === undefined ? service.namespace : first;
    return inventory.find(ISTIO_GATEWAY, second ?? first, namespace).is === 'found';
  });
}

function* virtualServiceRoutes(service: Resource): Iterable<string> {
  const spec = asObject(service.content['spec']);
  const rules: readonly JsonObject[] = ['http', 'tls', 'tcp'].flatMap((field) => asList(spec[field]).map(asObject));
  for (const target of rules.flatMap((rule) => asList(rule['route']))) {
    const host = asString(asObject(asObject(target)['destination'])['host']) ?? '';
    const [name = '', namespace = service.namespace ?? ''] = host.split('.');
    if (name !== '') yield `${namespace}/${name}`;
  }
}
