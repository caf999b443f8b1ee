import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { workload } from '../workload.ts';
import { exposureOf } from './workload-exposure.ts';

function object(apiVersion: string, kind: string, spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return { apiVersion, kind, metadata: { name: kind.toLowerCase(), namespace: 'shop', ...metadata }, spec };
}

function pod(spec: JsonObject = {}): JsonObject {
  return object('v1', 'Pod', spec, { name: 'web', labels: { app: 'web' } });
}

function service(spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return object('v1', 'Service', { selector: { app: 'web' }, ...spec }, { name: 'web', ...metadata });
}

function exposure(objects: readonly JsonObject[], complete = true): string {
  const inventory = inventoryOfObjects(objects, complete);
  const [view] = workload.enumerate(inventory);
  if (view === undefined) throw new Error('there is no workload');
  const { exposure: found, missing } = exposureOf(view, inventory);
  return found?.by ?? missing?.what ?? 'closed';
}

const gateway = 'gateway.networking.k8s.io/v1';
const edge = object(gateway, 'Gateway', { listeners: [{ name: 'web', protocol: 'HTTP', port: 80 }] }, { name: 'edge' });

function route(backend: JsonObject, parent: JsonObject = { name: 'edge' }, metadata: JsonObject = {}): JsonObject {
  return object(gateway, 'HTTPRoute', { parentRefs: [parent], rules: [{ backendRefs: [backend] }] }, metadata);
}

function ports(port: JsonObject): JsonObject {
  return { containers: [{ name: 'web', ports: [port] }] };
}

function ingress(spec: JsonObject): JsonObject {
  return object('networking.k8s.io/v1', 'Ingress', spec);
}

function grant(to: JsonObject): JsonObject {
  const from = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'edge' };
  return object(gateway, 'ReferenceGrant', { from: [from], to: [to] });
}

describe('exposureOf', () => {
  it('sees ports of the node', () => {
    expect(exposure([pod(ports({ containerPort: 80, hostPort: 8080 }))])).toBe('port 8080 of the node');
    expect(exposure([pod(ports({ containerPort: 80, hostPort: 0 }))])).toBe('closed');
    expect(exposure([pod({ hostNetwork: true, ...ports({ containerPort: 80 }) })])).toBe('port 80 of the node');
  });

  it('sees open Services that select the pods', () => {
    expect(exposure([pod(), service({ type: 'NodePort' })])).toBe('Service shop/web');
    expect(exposure([pod(), service({ externalIPs: ['192.0.2.7'] })])).toBe('Service shop/web');
    expect(exposure([pod(), service({ type: 'LoadBalancer' })])).toBe('Service shop/web');
    expect(exposure([pod(), service({ type: 'ClusterIP' })])).toBe('closed');
    expect(exposure([pod(), service({ type: 'NodePort', selector: { app: 'api' } })])).toBe('closed');
    const internal = { annotations: { 'networking.gke.io/load-balancer-type': 'Internal' } };
    expect(exposure([pod(), service({ type: 'LoadBalancer' }, internal)])).toBe('closed');
  });

  it('sees Ingresses', () => {
    const backend = { service: { name: 'web' } };
    expect(exposure([pod(), service(), ingress({ defaultBackend: backend })])).toBe('Ingress shop/ingress');
    const rules = [{ http: { paths: [{ path: '/', backend: { serviceName: 'web' } }] } }];
    expect(exposure([pod(), service(), ingress({ rules })])).toBe('Ingress shop/ingress');
    expect(exposure([pod(), service(), ingress({ defaultBackend: { service: { name: 'api' } } })])).toBe('closed');
  });

  it('sees routes that a Gateway accepts', () => {
    expect(exposure([pod(), service(), edge, route({ name: 'web' })])).toBe('HTTPRoute shop/httproute');
    expect(exposure([pod(), service(), route({ name: 'web' })])).toBe('closed');
    expect(exposure([pod(), service(), edge, route({ name: 'web' }, { name: 'edge', sectionName: 'tls' })])).toBe(
      'closed',
    );
    expect(exposure([pod(), service(), edge, route({ name: 'web' }, { name: 'web', kind: 'Service' })])).toBe('closed');
    expect(exposure([pod(), service(), edge, route({ name: 'web', kind: 'ServiceImport' })])).toBe('closed');
  });

  it('does not know whether a Gateway takes a route of a namespace whose labels are not shown', () => {
    const namespaces = { from: 'Selector', selector: { matchLabels: { edge: 'open' } } };
    const listeners = [{ name: 'web', protocol: 'HTTP', port: 80, allowedRoutes: { namespaces } }];
    const there = object(gateway, 'Gateway', { listeners }, { name: 'edge', namespace: 'edge' });
    const across = route({ name: 'web' }, { name: 'edge', namespace: 'edge' });
    expect(exposure([pod(), service(), there, across])).toBe('no Namespace "shop" is among the inputs');
    const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { edge: 'closed' } } };
    expect(exposure([pod(), service(), there, across, shop])).toBe('closed');
    expect(exposure([pod(), service({ type: 'NodePort' }), there, across])).toBe('Service shop/web');
  });

  it('asks for a grant where the backend lies in another namespace', () => {
    const home = { namespace: 'edge' };
    const there = { ...edge, metadata: { name: 'edge', namespace: 'edge' } };
    const across = route({ name: 'web', namespace: 'shop' }, { name: 'edge' }, home);
    expect(exposure([pod(), service(), there, across])).toBe('closed');
    expect(exposure([pod(), service(), there, across, grant({ group: '', kind: 'Service' })])).toBe(
      'HTTPRoute edge/httproute',
    );
    expect(exposure([pod(), service(), there, across, grant({ group: '', kind: 'Service', name: 'api' })])).toBe(
      'closed',
    );
    expect(exposure([pod(), service(), there, across, grant({ group: '', kind: 'Secret' })])).toBe('closed');
  });

  it('sees routes of OpenShift and of Istio', () => {
    const open = object('route.openshift.io/v1', 'Route', { to: { kind: 'Service', name: 'web' } });
    expect(exposure([pod(), service(), open])).toBe('Route shop/route');
    const virtual = (gateways: readonly string[], host = 'web') =>
      object('networking.istio.io/v1', 'VirtualService', { gateways, http: [{ route: [{ destination: { host } }] }] });
    const istio = object('networking.istio.io/v1', 'Gateway', {}, { name: 'edge' });
    expect(exposure([pod(), service(), istio, virtual(['edge'])])).toBe('VirtualService shop/virtualservice');
    const full = virtual(['shop/edge'], 'web.shop.svc.cluster.local');
    expect(exposure([pod(), service(), istio, full])).toBe('VirtualService shop/virtualservice');
    expect(exposure([pod(), service(), istio, virtual(['mesh'])])).toBe('closed');
    expect(exposure([pod(), service(), virtual(['edge'])])).toBe('closed');
  });

  it('is unknown where a way may be missing', () => {
    expect(exposure([pod()], false)).toBe('no Service of "shop" is among the inputs');
    expect(exposure([pod(), service({ type: 'NodePort' })], false)).toBe('Service shop/web');
    expect(exposure([pod(), service()], false)).toBe('perhaps not every Service of "shop" is among the inputs');
  });
});
