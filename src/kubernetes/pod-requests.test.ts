import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podRequest } from './pod-requests.ts';
import { workloadsIn } from './workload.ts';

function cores(spec: JsonObject, minor = 36): number[] {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec };
  return workloadsIn('shop', inventoryOfObjects([pod])).map(
    (workload) => Number(podRequest(workload, 'cpu', { targetVersion: { major: 1, minor } })) / 1e9,
  );
}

function container(cpu: number, more: JsonObject = {}): JsonObject {
  return { name: 'web', resources: { requests: { cpu } }, ...more };
}

const sidecar = { restartPolicy: 'Always' };

describe('podRequest', () => {
  it('is what the containers need together', () => {
    expect(
      cores({ containers: [container(1), container(2), { name: 'limited', resources: { limits: { cpu: 4 } } }] }),
    ).toEqual([7]);
    expect(cores({ containers: [{ name: 'web' }] })).toEqual([0]);
    expect(cores({ containers: [container(1)], overhead: { cpu: '500m' } })).toEqual([1.5]);
  });

  it('is what an init container needs beside the sidecars before it, if that is more', () => {
    const containers = [container(1)];
    expect(cores({ containers, initContainers: [container(3)] })).toEqual([3]);
    expect(cores({ containers, initContainers: [container(3), container(2)] })).toEqual([3]);
    expect(cores({ containers, initContainers: [container(1, sidecar), container(3)] })).toEqual([4]);
    expect(cores({ containers, initContainers: [container(3), container(1, sidecar)] })).toEqual([3]);
    expect(cores({ containers, initContainers: [container(5, sidecar), container(1)] })).toEqual([6]);
  });

  it('is that of the pod as a whole from 1.34 on', () => {
    const spec = { containers: [container(1)], resources: { requests: { cpu: 3 } } };
    expect([cores(spec, 34), cores(spec, 33)]).toEqual([[3], [1]]);
  });

  it('is the limit of the pod as a whole where nothing is requested', () => {
    const resources = { limits: { cpu: 4 } };
    expect(cores({ containers: [{ name: 'web' }], resources })).toEqual([4]);
    expect(cores({ containers: [{ name: 'web' }], resources }, 33)).toEqual([0]);
    expect(cores({ containers: [container(1)], resources })).toEqual([1]);
    expect(cores({ containers: [{ name: 'web' }], resources: { ...resources, requests: { cpu: 2 } } })).toEqual([2]);
  });
});
