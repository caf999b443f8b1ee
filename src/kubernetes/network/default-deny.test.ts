import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { deniesAllPeers, isDeniedByTier } from './default-deny.ts';

const denial = { action: 'Deny', from: [{ pods: {} }, { namespaces: {} }] };

function policy(subject: JsonObject, ingress: JsonObject = denial): JsonObject {
  const apiVersion = 'policy.networking.k8s.io/v1alpha1';
  return { apiVersion, kind: 'AdminNetworkPolicy', metadata: { name: 'tier' }, spec: { subject, ingress: [ingress] } };
}

describe('deniesAllPeers', () => {
  it.each<[string, JsonObject, boolean]>([
    ['all namespaces', denial, true],
    ['some namespaces', { ...denial, from: [{ namespaces: { matchLabels: { a: 'b' } } }] }, false],
    ['a port', { ...denial, ports: [{ portNumber: { port: 80 } }] }, false],
    ['a protocol', { ...denial, protocols: [{ tcp: {} }] }, false],
    ['nobody, as it accepts', { ...denial, action: 'Accept' }, false],
    ['no peer', { action: 'Deny' }, false],
    ['all pods', { action: 'Deny', from: [{ pods: { namespaceSelector: {}, podSelector: {} } }] }, true],
    [
      'some pods',
      { action: 'Deny', from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { a: 'b' } } } }] },
      false,
    ],
  ])('says whether a rule denies all: %s', (_, rule, expected) => {
    expect(deniesAllPeers({ ingress: [rule] }, 'Ingress')).toBe(expected);
    expect(deniesAllPeers({ ingress: [rule] }, 'Egress')).toBe(false);
  });
});

describe('deniesAllPeers with several rules', () => {
  it('goes by the first that is about all', () => {
    const pass = { ...denial, action: 'Pass' };
    const some = { ...pass, ports: [{ portNumber: { port: 53 } }] };
    expect(deniesAllPeers({ ingress: [some, denial] }, 'Ingress')).toBe(true);
    expect(deniesAllPeers({ ingress: [pass, denial] }, 'Ingress')).toBe(false);
  });
});

describe('isDeniedByTier', () => {
  const shop = { name: 'shop', labels: new Map([['team', 'sales']]) };

  it('goes by the subject', () => {
    const answers = [
      { namespaces: {} },
      { namespaces: { matchLabels: { team: 'sales' } } },
      { namespaces: { matchLabels: { team: 'ops' } } },
      { pods: { namespaceSelector: {}, podSelector: {} } },
      { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } } },
    ].map((subject) => isDeniedByTier(shop, 'Ingress', inventoryOfObjects([policy(subject)], true)).is);
    expect(answers).toEqual(['yes', 'yes', 'no', 'yes', 'no']);
  });

  it('is unknown where policies may be missing', () => {
    expect(isDeniedByTier(shop, 'Ingress', inventoryOfObjects([]))).toEqual({
      is: 'unknown',
      missing: ['no AdminNetworkPolicy is among the inputs'],
    });
    expect(isDeniedByTier(shop, 'Ingress', inventoryOfObjects([policy({ namespaces: {} })])).is).toBe('yes');
  });
});
