import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import {
  backendRefsOf,
  certificateRefsOf,
  type GatewayReference,
  grants,
  listenersFor,
  mirrorRefsOf,
  parentRefsOf,
} from './gateway.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function resource(kind: string, spec: JsonObject): Resource {
  const object = { apiVersion: 'gateway.networking.k8s.io/v1', kind, metadata: { name: 'a', namespace: 'shop' }, spec };
  const [made] = inventoryOfObjects([object]).resources;
  if (made === undefined) throw new Error('no resource');
  return made;
}

function lines(references: readonly GatewayReference[]): string[] {
  return references.map(
    ({ group, kind, namespace, name, port, sectionName, path }) =>
      `${group}/${kind} ${namespace}/${name} ${port} ${sectionName} ${formatPath(path)}`,
  );
}

function mirror(name: string): JsonObject {
  return { type: 'RequestMirror', requestMirror: { backendRef: { name } } };
}

describe('references', () => {
  it('of a route to backends and parents', () => {
    const route = resource('HTTPRoute', {
      parentRefs: [
        { name: 'edge', namespace: 'infra', sectionName: 'https', port: 443 },
        { group: '', kind: 'Service', name: 'web' },
      ],
      rules: [
        {},
        { backendRefs: [{ name: 'web', port: 80 }, { group: 'shop.example', kind: 'Bucket', name: 'b' }, 'damaged'] },
      ],
    });
    expect(lines(parentRefsOf(route))).toEqual([
      'gateway.networking.k8s.io/Gateway infra/edge 443 https spec.parentRefs[0]',
      '/Service shop/web undefined undefined spec.parentRefs[1]',
    ]);
    expect(lines(backendRefsOf(route))).toEqual([
      '/Service shop/web 80 undefined spec.rules[1].backendRefs[0]',
      'shop.example/Bucket shop/b undefined undefined spec.rules[1].backendRefs[1]',
      '/Service shop/ undefined undefined spec.rules[1].backendRefs[2]',
    ]);
  });

  it('of the filters of a route to mirrors', () => {
    const route = resource('HTTPRoute', {
      rules: [
        { backendRefs: [{ name: 'web', filters: [mirror('b')] }] },
        { filters: ['damaged', { requestMirror: {} }, mirror('a')] },
      ],
    });
    expect(lines(mirrorRefsOf(route))).toEqual([
      '/Service shop/a undefined undefined spec.rules[1].filters[2].requestMirror.backendRef',
      '/Service shop/b undefined undefined spec.rules[0].backendRefs[0].filters[0].requestMirror.backendRef',
    ]);
  });

  it('of a Gateway to certificates', () => {
    const gateway = resource('Gateway', { listeners: [{}, { tls: { certificateRefs: [{ name: 'tls' }] } }] });
    expect(lines(certificateRefsOf(gateway))).toEqual([
      '/Secret shop/tls undefined undefined spec.listeners[1].tls.certificateRefs[0]',
    ]);
  });
});

describe('listeners', () => {
  const gateway = resource('Gateway', {
    listeners: [
      { name: 'http', port: 80 },
      { name: 'https', port: 443 },
    ],
  });

  it.each([
    [{}, ['http', 'https']],
    [{ sectionName: 'https' }, ['https']],
    [{ port: 80 }, ['http']],
    [{ port: 80, sectionName: 'https' }, []],
  ])('that a parent of %j asks for', (fields, expected) => {
    const [parent] = parentRefsOf(resource('HTTPRoute', { parentRefs: [{ name: 'a', ...fields }] }));
    expect(parent && listenersFor(parent, gateway).map(({ name }) => name)).toEqual(expected);
  });
});

describe('grants', () => {
  const from = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' };
  const to = { group: '', kind: 'Service' };
  const route = resource('HTTPRoute', { rules: [{ backendRefs: [{ name: 'web', namespace: 'data' }] }] });

  it.each([
    [from, to, true],
    [from, { ...to, name: 'web' }, true],
    [from, { ...to, name: 'db' }, false],
    [from, { ...to, kind: 'Secret' }, false],
    [from, { ...to, group: 'shop.example' }, false],
    [{ ...from, namespace: 'other' }, to, false],
    [{ ...from, kind: 'TCPRoute' }, to, false],
    [{ ...from, group: '' }, to, false],
  ])('from %j to %j: %j', (source, target, expected) => {
    const [backend] = backendRefsOf(route);
    const grant = resource('ReferenceGrant', { from: ['damaged', source], to: ['damaged', target] });
    expect(backend && grants(grant, route, backend)).toBe(expected);
  });
});
