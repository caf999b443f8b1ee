import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { and, known, no, type Truth, unknown, yes } from '../../core/truth.ts';
import { GATEWAY_GROUP } from '../gateway.ts';
import { textMap } from '../resource.ts';
import { labelSelectorMatches } from '../selector.ts';

/** The kinds of routes that a listener takes when it names none. */
const kindsOfProtocol: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** The labels of a namespace, if the inputs show them. */
export type LabelsOf = (namespace: string) => ReadonlyMap<string, string> | undefined;

/** Looks up the labels of namespaces. */
export function namespaceLabels(inventory: Inventory): LabelsOf {
  return (namespace) => {
    const found = inventory.find('Namespace', namespace);
    return found.is === 'found' ? textMap(asObject(found.item.content['metadata'])['labels']) : undefined;
  };
}

/** Whether a listener of a Gateway lets a route attach that names it as a parent (`allowedRoutes`, hostnames). */
export function listenerAccepts(listener: JsonObject, gateway: Resource, route: Resource, labelsOf: LabelsOf): Truth {
  return and(
    known(takesKind(listener, route.kind)),
    known(sharesHost(listener, route)),
    allowsNamespace(listener, gateway, route.namespace ?? '', labelsOf),
  );
}

/** Whether a listener takes routes of a kind (`gateway.networking.k8s.io/HTTPRoute`); without a list, those of its protocol. */
export function takesKind(listener: JsonObject, routeKind: string): boolean {
  const kind = routeKind.slice(routeKind.lastIndexOf('/') + 1);
  const named = asList(asObject(listener['allowedRoutes'])['kinds']).map(asObject);
  if (named.length === 0) return (kindsOfProtocol[asString(listener['protocol']) ?? ''] ?? [kind]).includes(kind);
  return named.some((entry) => entry['kind'] === kind && (entry['group'] ?? GATEWAY_GROUP) === GATEWAY_GROUP);
}

function sharesHost(listener: JsonObject, route: Resource): boolean {
  const host = asString(listener['hostname']) ?? '';
  const hosts = asList(asObject(route.content['spec'])['hostnames']).flatMap((entry) => asString(entry) ?? []);
  if (host === '' || hosts.length === 0) return true;
  return hosts.some((other) => covers(host, other) || covers(other, host));
}

/** `*.shop.example` covers `api.shop.example` and `*.api.shop.example`. */
function covers(pattern: string, host: string): boolean {
  if (pattern === host) return true;
  return pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
}

function allowsNamespace(listener: JsonObject, gateway: Resource, namespace: string, labelsOf: LabelsOf): Truth {
  const namespaces = asObject(asObject(listener['allowedRoutes'])['namespaces']);
  const from = namespaces['from'] ?? 'Same';
  if (from === 'All') return yes;
  if (from === 'Same') return known(gateway.namespace === namespace);
  if (from !== 'Selector') return no;
  const labels = labelsOf(namespace);
  if (labels === undefined) return unknown(`no Namespace "${namespace}" is among the inputs`);
  return known(labelSelectorMatches(asObject(namespaces['selector']), labels));
}
