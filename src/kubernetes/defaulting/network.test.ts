import { describe, expect, it } from 'vitest';
import { ingress, ingressClass, networkPolicy } from './network.ts';
import { mappingOf } from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

function specOf(spec: object): unknown {
  return mappingOf(networkPolicy({ spec }, target))['spec'];
}

describe('networkPolicy', () => {
  it('is for incoming connections to all pods', () => {
    expect(networkPolicy({}, target)).toEqual({ spec: { podSelector: {}, policyTypes: ['Ingress'] } });
    const podSelector = { matchLabels: { app: 'web' } };
    expect(specOf({ podSelector, egress: [], policyTypes: [] })).toEqual({
      podSelector,
      egress: [],
      policyTypes: ['Ingress'],
    });
  });

  it('is for outgoing ones too if it has rules for them', () => {
    expect(specOf({ podSelector: {}, egress: [{}] })).toEqual({
      podSelector: {},
      egress: [{}],
      policyTypes: ['Ingress', 'Egress'],
    });
    const given = { podSelector: {}, egress: [{}], policyTypes: ['Egress'] };
    expect(specOf(given)).toBe(given);
  });

  it('speaks TCP', () => {
    const rules = [{ ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }, {}] }, {}];
    const expected = [
      { ports: [{ port: 80, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }, { protocol: 'TCP' }] },
      {},
    ];
    expect(specOf({ ingress: rules, egress: rules })).toMatchObject({ ingress: expected, egress: expected });
  });

  it('leaves policy types that are no list', () => {
    expect(specOf({ policyTypes: 'Ingress' })).toEqual({ podSelector: {}, policyTypes: 'Ingress' });
  });
});

describe('ingress', () => {
  it('leaves out what is empty, and has no defaults', () => {
    const backend = { service: { name: 's', port: { number: 0, name: 'web' } } };
    const expected = { service: { name: 's', port: { name: 'web' } } };
    const rules = [{ host: '', http: { paths: [{ path: '', pathType: 'Prefix', backend }] } }];
    expect(ingress({ spec: { defaultBackend: backend, rules, tls: [{ secretName: '' }] } }, target)).toEqual({
      spec: {
        defaultBackend: expected,
        rules: [{ http: { paths: [{ pathType: 'Prefix', backend: expected }] } }],
        tls: [{}],
      },
    });
    const empty = {};
    expect(ingress(empty, target)).toBe(empty);
  });
});

describe('ingressClass', () => {
  it('has parameters for the cluster', () => {
    expect(ingressClass({ spec: { parameters: { kind: 'K' } } }, target)).toEqual({
      spec: { parameters: { kind: 'K', scope: 'Cluster' } },
    });
    const bare = { spec: { controller: 'c' } };
    expect(ingressClass(bare, target)).toBe(bare);
  });
});
