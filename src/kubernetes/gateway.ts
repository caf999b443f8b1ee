import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

export const GATEWAY_KIND = `${GATEWAY_GROUP}/Gateway`;
export const GATEWAY_CLASS_KIND = `${GATEWAY_GROUP}/GatewayClass`;
export const REFERENCE_GRANT_KIND = `${GATEWAY_GROUP}/ReferenceGrant`;

/** The kinds of routes of the Gateway API. */
export const routeKinds: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `${GATEWAY_GROUP}/${kind}`,
);

/** An object that a route or a Gateway names. */
export interface GatewayReference {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** That of the naming object where the reference has none. */
  readonly namespace: string;
  readonly port: number | undefined;
  readonly sectionName: string | undefined;
  readonly path: Path;
}

/** The backends of a route. */
export function backendRefsOf(route: Resource): GatewayReference[] {
  return backendsOf(route).map(({ entry, path }) => referenceOf(entry, '', 'Service', route, path));
}

/** The backends to which filters of a route send a copy of the requests. */
export function mirrorRefsOf(route: Resource): GatewayReference[] {
  return [...rulesOf(route), ...backendsOf(route)].flatMap((holder) =>
    entriesOf(holder, 'filters').flatMap(({ entry, path }) => {
      const { backendRef } = asObject(entry['requestMirror']);
      if (!isObject(backendRef)) return [];
      return referenceOf(backendRef, '', 'Service', route, [...path, 'requestMirror', 'backendRef']);
    }),
  );
}

interface Entry {
  readonly entry: JsonObject;
  readonly path: Path;
}

function rulesOf(route: Resource): Entry[] {
  return entriesOf({ entry: asObject(route.content['spec']), path: ['spec'] }, 'rules');
}

function backendsOf(route: Resource): Entry[] {
  return rulesOf(route).flatMap((rule) => entriesOf(rule, 'backendRefs'));
}

function entriesOf({ entry, path }: Entry, field: string): Entry[] {
  return asList(entry[field]).map((one, index) => ({ entry: asObject(one), path: [...path, field, index] }));
}

/** The Gateways, or Services of a mesh, that a route belongs to. */
export function parentRefsOf(route: Resource): GatewayReference[] {
  return asList(asObject(route.content['spec'])['parentRefs']).map((entry, index) =>
    referenceOf(asObject(entry), GATEWAY_GROUP, 'Gateway', route, ['spec', 'parentRefs', index]),
  );
}

/** The certificates of a Gateway's listeners. */
export function certificateRefsOf(gateway: Resource): GatewayReference[] {
  return asList(asObject(gateway.content['spec'])['listeners']).flatMap((listener, index) =>
    asList(asObject(asObject(listener)['tls'])['certificateRefs']).map((entry, at) =>
      referenceOf(asObject(entry), '', 'Secret', gateway, ['spec', 'listeners', index, 'tls', 'certificateRefs', at]),
    ),
  );
}

function referenceOf(entry: JsonObject, group: string, kind: string, holder: Resource, path: Path): GatewayReference {
  const { port } = entry;
  return {
    group: asString(entry['group']) ?? group,
    kind: asString(entry['kind']) ?? kind,
    name: asString(entry['name']) ?? '',
    namespace: asString(entry['namespace']) || (holder.namespace ?? ''),
    port: typeof port === 'number' ? port : undefined,
    sectionName: asString(entry['sectionName']) || undefined,
    path,
  };
}

/** True for a reference to a Gateway: a parent may be a Service, too. */
export function isGateway({ group, kind }: GatewayReference): boolean {
  return `${group}/${kind}` === GATEWAY_KIND;
}

/** Whether a parent reference asks for a listener: for any unless it names a section or a port. */
export function asksFor({ sectionName, port }: GatewayReference, listener: JsonObject): boolean {
  return (
    (sectionName === undefined || listener['name'] === sectionName) && (port === undefined || listener['port'] === port)
  );
}

/** The listeners of a Gateway that a parent reference asks for. */
export function listenersFor(parent: GatewayReference, gateway: Resource): JsonObject[] {
  return asList(asObject(gateway.content['spec'])['listeners'])
    .map(asObject)
    .filter((listener) => asksFor(parent, listener));
}

/** Whether a ReferenceGrant allows an object of a kind and namespace to name another one. */
export function grants(grant: Resource, holder: Resource, reference: GatewayReference): boolean {
  const spec = asObject(grant.content['spec']);
  const isFrom = asList(spec['from']).some((entry) => {
    const { group, kind, namespace } = asObject(entry);
    return `${String(group)}/${String(kind)}` === holder.kind && namespace === holder.namespace;
  });
  if (!isFrom) return false;
  return asList(spec['to']).some((entry) => {
    const { group, kind, name } = asObject(entry);
    return (asString(group) ?? '') === reference.group && kind === reference.kind && (!name || name === reference.name);
  });
}
