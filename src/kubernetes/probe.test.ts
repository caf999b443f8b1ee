import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import type { Container } from './container.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { patienceOf, portNames, probeHandler, probeOf, runsForGood } from './probe.ts';
import { type Workload, workloadsIn } from './workload.ts';

function podWith(spec: JsonObject): Workload {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec };
  const [workload] = workloadsIn('shop', inventoryOfObjects([pod]));
  if (workload === undefined) throw new Error('no workload');
  return workload;
}

function containerWith(content: JsonObject): Container {
  const [container] = podWith({ containers: [content] }).containers;
  if (container === undefined) throw new Error('no container');
  return container;
}

describe('runsForGood', () => {
  it('is true of pods that are always restarted, which is the default', () => {
    const policies = [undefined, '', 'Always', 'OnFailure', 'Never'];
    expect(policies.map((restartPolicy) => runsForGood(podWith({ restartPolicy })))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('probeOf', () => {
  it('is the probe, or nothing where it is unset or null', () => {
    const container = containerWith({ livenessProbe: { periodSeconds: 5 }, readinessProbe: null });
    expect(probeOf(container, 'livenessProbe')).toEqual({ periodSeconds: 5 });
    expect(probeOf(container, 'readinessProbe')).toBeUndefined();
    expect(probeOf(container, 'startupProbe')).toBeUndefined();
  });
});

describe('probeHandler', () => {
  it('is equal for what the API server makes equal', () => {
    const written = { httpGet: { path: '/', port: 80, scheme: 'HTTP', host: '' } };
    expect(probeHandler({ httpGet: { port: 80 } })).toBe(probeHandler(written));
    expect(probeHandler({ grpc: { port: 80, service: '' } })).toBe(probeHandler({ grpc: { port: 80 } }));
    expect(probeHandler({ tcpSocket: { port: 80, host: '' } })).toBe(probeHandler({ tcpSocket: { port: 80 } }));
  });

  it('differs with every field', () => {
    const handlers = [
      { httpGet: { port: 80 } },
      { httpGet: { port: 'http' } },
      { httpGet: { port: 80, path: '/ready' } },
      { httpGet: { port: 80, host: 'web.example' } },
      { httpGet: { port: 80, scheme: 'HTTPS' } },
      { httpGet: { port: 80, httpHeaders: [{ name: 'a', value: 'b' }] } },
      { httpGet: { port: 80, httpHeaders: [{ name: 'a', value: 'c' }] } },
      { tcpSocket: { port: 80 } },
      { tcpSocket: { port: 81 } },
      { tcpSocket: { port: 80, host: 'web.example' } },
      { grpc: { port: 80 } },
      { grpc: { port: 80, service: 'web' } },
      { exec: { command: ['check'] } },
      { exec: { command: ['check', '-q'] } },
    ].map(probeHandler);
    expect(new Set(handlers).size).toBe(handlers.length);
  });

  it('takes whole numbers of 64 bits', () => {
    const handler = { httpGet: { port: 2n ** 60n } };
    expect(probeHandler(handler)).toBe(probeHandler({ httpGet: { port: 2n ** 60n, path: '/' } }));
    expect(probeHandler(handler)).not.toBe(probeHandler({ httpGet: { port: 2n ** 61n } }));
  });

  it('is nothing without a handler', () => {
    expect(probeHandler({ httpGet: null, periodSeconds: 5 })).toBeUndefined();
  });
});

describe('patienceOf', () => {
  it('is 30 seconds unless a probe says otherwise', () => {
    expect(patienceOf({})).toEqual({ failureThreshold: 3, periodSeconds: 10, seconds: 30 });
    expect(patienceOf({ failureThreshold: 0, periodSeconds: 0 }).seconds).toBe(30);
    expect(patienceOf({ failureThreshold: 2, periodSeconds: 5 }).seconds).toBe(10);
  });
});

describe('portNames', () => {
  it('are those that the container declares', () => {
    const ports = [{ name: 'http', containerPort: 80 }, { containerPort: 81 }, 'odd'];
    expect([...portNames(containerWith({ ports }))]).toEqual(['http']);
  });
});
