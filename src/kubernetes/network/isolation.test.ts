import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { workload } from '../workload.ts';
import { isolationOf, namespaceWithoutPolicies } from './isolation.ts';
import { type Direction, directions } from './policy-direction.ts';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: {},
};
const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } };

function policy(kind: string, spec: JsonObject, namespace: string | undefined = 'shop'): JsonObject {
  const [group = '', name = ''] = kind.split('/');
  return { apiVersion: `${group}/v1`, kind: name, metadata: { name: 'policy', namespace }, spec };
}

function networkPolicy(spec: JsonObject, namespace?: string): JsonObject {
  return policy('networking.k8s.io/NetworkPolicy', spec, namespace);
}

/** `yes`, `no` or `unknown` for a direction, with `opened` where a policy opens it. */
function isolation(direction: Direction, objects: readonly JsonObject[], complete = true): string {
  const inventory = inventoryOfObjects([pod, shop, ...objects], complete);
  const [view] = workload.enumerate(inventory);
  if (view === undefined) throw new Error('there is no workload');
  const { isolated, openedBy } = isolationOf(view, direction, inventory);
  return openedBy === undefined ? isolated.is : 'opened';
}

function both(...objects: readonly JsonObject[]): string[] {
  return directions.map((direction) => isolation(direction, objects));
}

describe('isolationOf', () => {
  it.each<[string, JsonObject, string[]]>([
    ['that denies all', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, ['yes', 'yes']],
    ['without types', { podSelector: {} }, ['yes', 'no']],
    ['with egress rules only', { podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }, ['yes', 'yes']],
    [
      'that selects by expression',
      { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } },
      ['yes', 'no'],
    ],
    ['that selects others', { podSelector: { matchLabels: { app: 'api' } } }, ['no', 'no']],
    ['that allows all', { podSelector: {}, ingress: [{}] }, ['opened', 'no']],
    ['that allows all in a direction it is not about', { policyTypes: ['Egress'], ingress: [{}] }, ['no', 'yes']],
  ])('knows a NetworkPolicy %s', (_, spec, expected) => {
    expect(both(networkPolicy(spec))).toEqual(expected);
  });

  it('is opened by one of several policies', () => {
    expect(both(networkPolicy({ podSelector: {} }), networkPolicy({ podSelector: {}, ingress: [{}] }))).toEqual([
      'opened',
      'no',
    ]);
  });

  it('leaves policies of other namespaces alone', () => {
    expect(both(networkPolicy({ podSelector: {} }, 'test'))).toEqual(['no', 'no']);
  });

  it.each<[string, JsonObject, string[]]>([
    ['with ingress rules', { endpointSelector: {}, ingress: [{ fromEndpoints: [{}] }] }, ['yes', 'no']],
    ['with an empty list', { endpointSelector: {}, egress: [] }, ['no', 'no']],
    ['with an empty rule', { endpointSelector: { matchLabels: { 'k8s:app': 'web' } }, egress: [{}] }, ['no', 'yes']],
    ['with deny rules', { endpointSelector: {}, ingressDeny: [{}] }, ['yes', 'no']],
    [
      'without default deny',
      { endpointSelector: {}, ingress: [{}], enableDefaultDeny: { ingress: false } },
      ['no', 'no'],
    ],
    ['open to all entities', { endpointSelector: {}, ingress: [{ fromEntities: ['all'] }] }, ['opened', 'no']],
    ['open to all addresses', { endpointSelector: {}, egress: [{ toCIDR: ['0.0.0.0/0'] }] }, ['no', 'opened']],
    ['open at a port', { endpointSelector: {}, ingress: [{ fromEntities: ['all'], toPorts: [{}] }] }, ['yes', 'no']],
    ['of other pods', { endpointSelector: { matchLabels: { app: 'api' } }, ingress: [] }, ['no', 'no']],
  ])('knows a CiliumNetworkPolicy %s', (_, spec, expected) => {
    expect(both(policy('cilium.io/CiliumNetworkPolicy', spec))).toEqual(expected);
    expect(both(policy('cilium.io/CiliumClusterwideNetworkPolicy', spec, undefined))).toEqual(expected);
  });

  it.each<[string, JsonObject, string[]]>([
    ['for all', { selector: 'all()', types: ['Ingress'] }, ['yes', 'no']],
    ['without types', { egress: [{ action: 'Deny' }] }, ['no', 'yes']],
    ['without types and rules', {}, ['yes', 'no']],
    ['with both', { ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] }, ['yes', 'yes']],
    ['that allows all', { ingress: [{ action: 'Allow' }] }, ['opened', 'no']],
    [
      'that allows all addresses',
      { ingress: [{ action: 'Allow', source: { nets: ['0.0.0.0/0'] } }] },
      ['opened', 'no'],
    ],
    ['that allows some', { ingress: [{ action: 'Allow', source: { nets: ['10.0.0.0/8'] } }] }, ['yes', 'no']],
    [
      'that allows ports',
      { ingress: [{ action: 'Allow', source: { nets: ['0.0.0.0/0'] }, destination: { ports: [80] } }] },
      ['yes', 'no'],
    ],
    ['that allows one protocol', { ingress: [{ action: 'Allow', protocol: 'TCP' }] }, ['yes', 'no']],
    ['that allows a source', { ingress: [{ action: 'Allow', source: { selector: 'x' } }] }, ['yes', 'no']],
    ['that selects by an expression', { selector: "app == 'web'" }, ['yes', 'no']],
    ['of other pods', { selector: "app == 'api'" }, ['no', 'no']],
    ['that selects by accounts', { serviceAccountSelector: "app == 'web'" }, ['unknown', 'no']],
  ])('knows a NetworkPolicy of Calico %s', (_, spec, expected) => {
    expect(both(policy('projectcalico.org/NetworkPolicy', spec))).toEqual(expected);
    expect(both(policy('crd.projectcalico.org/GlobalNetworkPolicy', spec, undefined))).toEqual(expected);
  });

  const everyone = { from: [{ namespaces: {} }] };

  it.each<[string, JsonObject, string[]]>([
    [
      'that denies all namespaces',
      { subject: { namespaces: {} }, ingress: [{ action: 'Deny', ...everyone }] },
      ['yes', 'no'],
    ],
    [
      'that denies egress',
      { subject: { namespaces: {} }, egress: [{ action: 'Deny', to: [{ namespaces: {} }] }] },
      ['no', 'yes'],
    ],
    [
      'that denies a port',
      { subject: { namespaces: {} }, ingress: [{ action: 'Deny', ...everyone, ports: [{}] }] },
      ['no', 'no'],
    ],
    [
      'that denies some',
      {
        subject: { namespaces: {} },
        ingress: [{ action: 'Deny', from: [{ namespaces: { matchLabels: { a: 'b' } } }] }],
      },
      ['no', 'no'],
    ],
    ['that allows', { subject: { namespaces: {} }, ingress: [{ action: 'Allow', ...everyone }] }, ['no', 'no']],
    [
      'of other pods',
      {
        subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'api' } } } },
        ingress: [{ action: 'Deny', ...everyone }],
      },
      ['no', 'no'],
    ],
    [
      'of these pods',
      {
        subject: {
          pods: { namespaceSelector: { matchLabels: { team: 'sales' } }, podSelector: { matchLabels: { app: 'web' } } },
        },
        ingress: [{ action: 'Deny', ...everyone }],
      },
      ['yes', 'no'],
    ],
    [
      'of other namespaces',
      { subject: { namespaces: { matchLabels: { team: 'ops' } } }, ingress: [{ action: 'Deny', ...everyone }] },
      ['no', 'no'],
    ],
  ])('knows an AdminNetworkPolicy %s', (_, spec, expected) => {
    expect(both(policy('policy.networking.k8s.io/AdminNetworkPolicy', spec, undefined))).toEqual(expected);
  });

  it('holds what the admin tier denies against a NetworkPolicy that opens it', () => {
    const open = networkPolicy({ podSelector: {}, ingress: [{}] });
    const spec = { subject: { namespaces: {} }, ingress: [{ action: 'Deny', ...everyone }] };
    const tiers = ['Admin', 'Baseline'].map((tier) =>
      policy('policy.networking.k8s.io/ClusterNetworkPolicy', { ...spec, tier }, undefined),
    );
    const admin = policy('policy.networking.k8s.io/AdminNetworkPolicy', spec, undefined);
    expect([admin, ...tiers].map((tier) => isolation('Ingress', [open, tier]))).toEqual(['yes', 'yes', 'opened']);
  });

  it('knows the pods of a Job by its name', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'import', namespace: 'shop' }, spec: {} };
    const named = networkPolicy({ podSelector: { matchLabels: { 'job-name': 'import' } } });
    const inventory = inventoryOfObjects([job, named], true);
    const [view] = workload.enumerate(inventory);
    expect(view && isolationOf(view, 'Ingress', inventory).isolated.is).toBe('yes');
  });

  it('is unknown where a policy may be missing, unless one is there', () => {
    expect(isolation('Ingress', [], false)).toBe('unknown');
    expect(isolation('Ingress', [networkPolicy({ podSelector: {} })], false)).toBe('yes');
    expect(isolation('Ingress', [networkPolicy({ podSelector: {}, ingress: [{}] })], false)).toBe('opened');
  });
});

describe('namespaceWithoutPolicies', () => {
  it('is a Namespace among the inputs that no policy may be for', () => {
    const found = [
      [shop],
      [],
      [shop, networkPolicy({})],
      [shop, networkPolicy({}, 'test')],
      [shop, policy('cilium.io/CiliumClusterwideNetworkPolicy', {}, undefined)],
    ].map((objects) => namespaceWithoutPolicies('shop', inventoryOfObjects(objects))?.resource.name);
    expect(found).toEqual(['shop', undefined, undefined, 'shop', undefined]);
  });
});
