import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { mappingOf } from './rule.ts';
import { endpointSlice, endpoints, service } from './service.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const inside = { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' };

function specOf(spec: object): unknown {
  return mappingOf(service({ spec }, target))['spec'];
}

describe('service', () => {
  it('is inside the cluster, without affinity', () => {
    expect(service({}, target)).toEqual({ spec: inside });
    expect(specOf({ type: '', sessionAffinity: null, publishNotReadyAddresses: false, clusterIP: '' })).toEqual(inside);
  });

  it('sends TCP to the port of the same number', () => {
    const ports = [
      { port: 80 },
      { port: 81, targetPort: 0, nodePort: 0, name: '' },
      { port: 82, targetPort: '' },
      { port: 83, targetPort: 'web', protocol: 'UDP', nodePort: 30_083 },
    ];
    expect(specOf({ ports })).toEqual({
      ...inside,
      ports: [
        { port: 80, targetPort: 80, protocol: 'TCP' },
        { port: 81, targetPort: 81, protocol: 'TCP' },
        { port: 82, targetPort: 82, protocol: 'TCP' },
        { port: 83, targetPort: 'web', protocol: 'UDP', nodePort: 30_083 },
      ],
    });
  });

  it.each([
    ['ClusterIP', { internalTrafficPolicy: 'Cluster' }],
    ['NodePort', { internalTrafficPolicy: 'Cluster', externalTrafficPolicy: 'Cluster' }],
    [
      'LoadBalancer',
      { internalTrafficPolicy: 'Cluster', externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true },
    ],
    ['ExternalName', {}],
  ])('of type %s has its policies', (type, policies) => {
    expect(specOf({ type })).toEqual({ type, sessionAffinity: 'None', ...policies });
  });

  it('is reached from outside by external addresses too', () => {
    const given = { externalIPs: ['192.0.2.1'] };
    expect(specOf(given)).toEqual({ ...inside, ...given, externalTrafficPolicy: 'Cluster' });
    expect(specOf({ externalIPs: [] })).toEqual({ ...inside, externalIPs: [] });
  });

  it('keeps the policies that are given', () => {
    const given = {
      ...inside,
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Local',
      allocateLoadBalancerNodePorts: false,
    };
    expect(specOf(given)).toBe(given);
  });

  it('remembers clients for three hours, and not at all without affinity', () => {
    const affinity = { sessionAffinity: 'ClientIP' };
    const hours = { ...inside, ...affinity, sessionAffinityConfig: { clientIP: { timeoutSeconds: 10_800 } } };
    for (const config of [undefined, null, {}, { clientIP: {} }]) {
      expect(specOf({ ...affinity, sessionAffinityConfig: config })).toEqual(hours);
    }
    const given = { ...inside, ...affinity, sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } };
    expect(specOf(given)).toBe(given);
    expect(specOf({ sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } })).toEqual(inside);
  });

  it('does not know the policies of an unknown type', () => {
    const type = new UnknownValue('a variable');
    expect(specOf({ type })).toEqual({
      type,
      sessionAffinity: 'None',
      externalTrafficPolicy: type,
      internalTrafficPolicy: type,
    });
  });
});

describe('endpoints and endpointSlice', () => {
  it('speak TCP', () => {
    const targetRef = { kind: 'Pod', namespace: '' };
    expect(
      endpoints({ subsets: [{ addresses: [{ ip: '192.0.2.1', targetRef }], ports: [{ port: 1 }] }] }, target),
    ).toEqual({
      subsets: [
        { addresses: [{ ip: '192.0.2.1', targetRef: { kind: 'Pod' } }], ports: [{ port: 1, protocol: 'TCP' }] },
      ],
    });
    expect(
      endpointSlice({ endpoints: [{ targetRef }], ports: [{ port: 1 }, { name: 'a', protocol: 'UDP' }] }, target),
    ).toEqual({
      endpoints: [{ targetRef: { kind: 'Pod' } }],
      ports: [
        { port: 1, name: '', protocol: 'TCP' },
        { name: 'a', protocol: 'UDP' },
      ],
    });
  });
});
