import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { UnknownValue } from '../../../core/unknown-value.ts';
import { violationLines } from '../violation-lines.ts';

function lines(spec: JsonObject): string[] {
  return violationLines({ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec });
}

const ports = [{ port: 80 }];

describe('ports of a Service', () => {
  it('pass by number and by name', () => {
    expect(
      lines({
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80, protocol: 'UDP', targetPort: 'http' },
        ],
      }),
    ).toEqual([]);
  });

  it('are required, unless it has no address', () => {
    expect(lines({})).toEqual(['spec.ports: Required value']);
    expect(lines({ clusterIP: 'None' })).toEqual([]);
  });

  it('are in the range; the port is the default of its target', () => {
    const range = 'must be between 1 and 65535, inclusive';
    expect(lines({ ports: [null] })).toEqual([
      `spec.ports[0].port: Invalid value: 0: ${range}`,
      `spec.ports[0].targetPort: Invalid value: 0: ${range}`,
    ]);
    expect(lines({ ports: [{ port: 80, targetPort: -1 }] })).toEqual([
      `spec.ports[0].targetPort: Invalid value: -1: ${range}`,
    ]);
  });

  it('have names where there are many, and are all different', () => {
    expect(lines({ ports: [{ name: 'a', port: 80 }, { name: 'a', port: 81 }, { port: 80 }] })).toEqual([
      'spec.ports[1].name: Duplicate value: "a"',
      'spec.ports[2].name: Required value',
      'spec.ports[2]: Duplicate value: {"protocol":"TCP","port":80}',
    ]);
  });

  it('open no port of the nodes for a type that has none', () => {
    expect(lines({ ports: [{ port: 80, nodePort: 30_000 }] })).toEqual([
      "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
    ]);
    expect(lines({ type: 'NodePort', ports: [{ port: 80, nodePort: 30_000 }] })).toEqual([]);
  });
});

describe('the type of a Service', () => {
  it('needs an address to be reached from outside', () => {
    expect(lines({ type: 'NodePort', clusterIP: 'None', ports })).toEqual([
      'spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for NodePort services',
    ]);
  });

  it('decides what else may be set', () => {
    expect(
      lines({
        ports,
        externalTrafficPolicy: 'Local',
        loadBalancerClass: 'a/b',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
      }),
    ).toEqual([
      'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
      "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
      "spec.loadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
    ]);
    const unknown = { type: new UnknownValue('var.type'), externalTrafficPolicy: 'Local', loadBalancerClass: 'a/b' };
    expect(lines(unknown)).toEqual([]);
  });

  it('may ask for a name instead', () => {
    expect(lines({ type: 'ExternalName' })).toEqual(['spec.externalName: Required value']);
    expect(lines({ type: 'ExternalName', externalName: 'example.com.' })).toEqual([]);
    expect(
      lines({ type: 'ExternalName', externalName: 'A' })[0]?.startsWith(
        'spec.externalName: Invalid value: "A": a lower',
      ),
    ).toBe(true);
  });
});

it('affinity of a Service is configured where there is one, for a day at most', () => {
  const sessionAffinityConfig = { clientIP: { timeoutSeconds: 86_401 } };
  expect(lines({ ports, sessionAffinityConfig })).toEqual([
    'spec.sessionAffinityConfig: Forbidden: must not be set when session affinity is None',
    'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be between 1 and 86400, inclusive',
  ]);
});
