import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import { textMap } from '../resource.ts';
import { GATEWAY_GROUP, isNamedBy, listenerAccepts, routeKinds } from './gateway-listener.ts';
import { isGranted } from './reference-grant.ts';

const INGRESS = 'networking.k8s.io/Ingress';
const GATEWAY = `${GATEWAY_GROUP}/Gateway`;
const GRANT = `${GATEWAY_GROUP}/ReferenceGrant`;
const OPENSHIFT_ROUTE = 'route.openshift.io/Route';
const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';
const ISTIO_GATEWAY = 'networking.istio.io/Gateway';

/** The kinds that lead traffic from outside to a Service, and what decides whether they do. */
export const routingKinds: readonly string[] = [
  INGRESS,
  ...routeKinds,
  GATEWAY,
  GRANT,
  'Namespace',
  OPENSHIFT_ROUTE,
  VIRTUAL_SERVICE,
  ISTIO_GATEWAY,
];

const indexes = new WeakMap<Inventory, ReadonlyMap<string, string>>();

/** Who leads traffic from outside to each Service: titles such as `Ingress shop/web`, by `namespace/name`. */
export function routedServices(inventory: Inventory): ReadonlyMap<string, string> {
  const known = indexes.get(inventory);
  if (known !== undefined) return known;
  const routed = new Map<string, string>();
  for (const [service, by] of routesOf(inventory)) if (!routed.has(service)) routed.set(service, resourceTitle(by));
  indexes.set(inventory, routed);
  return routed;
}

type Routing = readonly [service: string, by: Resource];

function* routesOf(inventory: Inventory): Iterable<Routing> {
  for (const ingress of inventory.select(INGRESS).items) yield* ingressRoutes(ingress);
  for (const kind of routeKinds) {
    for (const route of inventory.select(kind).items) {
      if (isAccepted(route, inventory)) yield* gatewayRoutes(route, inventory);
    }
  }
  for (const route of inventory.select(OPENSHIFT_ROUTE).items) yield* openShiftRoutes(route);
  for (const service of inventory.select(VIRTUAL_SERVICE).items) {
    if (isBoundToGateway(service, inventory)) yield* virtualServiceRoutes(service);
  }
}

function* ingressRoutes(ingress: Resource): Iterable<Routing> {
  const spec = asObject(ingress.content['spec']);
  const paths = asList(spec['rules']).flatMap((rule) => asList(asObject(asObject(rule)['http'])['paths']));
  const backends = [spec['defaultBackend'] ?? spec['backend'], ...paths.map((path) => asObject(path)['backend'])];
  for (const backend of backends.map(asObject)) {
    // Before networking.k8s.io/v1 the name stood in the backend itself.
    const name = asString(asObject(backend['service'])['name']) ?? asString(backend['serviceName']);
    if (name !== undefined) yield [`${ingress.namespace ?? ''}/${name}`, ingress];
  }
}

function isAccepted(route: Resource, inventory: Inventory): boolean {
  const labelsOf = (name: string) => {
    const found = inventory.find('Namespace', name);
    return found.is === 'found' ? textMap(asObject(found.item.content['metadata'])['labels']) : undefined;
  };
  return asList(asObject(route.content['spec'])['parentRefs']).some((entry) => {
    const parent = asObject(entry);
    if ((parent['kind'] ?? 'Gateway') !== 'Gateway') return false;
    const found = inventory.find(
      GATEWAY,
      asString(parent['name']) ?? '',
      asString(parent['namespace']) ?? route.namespace,
    );
    if (found.is !== 'found') return false;
    const listeners = asList(asObject(found.item.content['spec'])['listeners']).map(asObject);
    return listeners.some(
      (listener) => isNamedBy(listener, parent) && listenerAccepts(listener, found.item, route, labelsOf).is === 'yes',
    );
  });
}

function* gatewayRoutes(route: Resource, inventory: Inventory): Iterable<Routing> {
  const home = route.namespace ?? '';
  for (const rule of asList(asObject(route.content['spec'])['rules'])) {
    for (const backend of asList(asObject(rule)['backendRefs']).map(asObject)) {
      const name = asString(backend['name']);
      const namespace = asString(backend['namespace']) ?? home;
      const isService = (backend['kind'] ?? 'Service') === 'Service' && (backend['group'] ?? '') === '';
      if (name === undefined || !isService) continue;
      if (namespace !== home && !isGranted(route, { kind: 'Service', namespace, name }, inventory)) continue;
      yield [`${namespace}/${name}`, route];
    }
  }
}

function* openShiftRoutes(route: Resource): Iterable<Routing> {
  const spec = asObject(route.content['spec']);
  for (const target of [spec['to'], ...asList(spec['alternateBackends'])].map(asObject)) {
    const name = asString(target['name']);
    if (name !== undefined && (target['kind'] ?? 'Service') === 'Service')
      yield [`${route.namespace ?? ''}/${name}`, route];
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

function* virtualServiceRoutes(service: Resource): Iterable<Routing> {
  const spec = asObject(service.content['spec']);
  const rules: readonly JsonObject[] = ['http', 'tls', 'tcp'].flatMap((field) => asList(spec[field]).map(asObject));
  for (const target of rules.flatMap((rule) => asList(rule['route']))) {
    const host = asString(asObject(asObject(target)['destination'])['host']) ?? '';
    const [name = '', namespace = service.namespace ?? ''] = host.split('.');
    if (name !== '') yield [`${namespace}/${name}`, service];
  }
}
