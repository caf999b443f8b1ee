import { describe, expect, it } from 'vitest';
import { apiServersIn } from './api-server.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function pod(namespace: string, component: string, image: string) {
  const metadata = { name: component, namespace, labels: { component } };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: component, image }] } };
}

describe('apiServersIn', () => {
  it('reads the tag of the static pod', () => {
    const inventory = inventoryOfObjects([
      pod('shop', 'kube-apiserver', 'registry.example/kube-apiserver:v1.20.0'),
      pod('kube-system', 'kube-scheduler', 'registry.example/kube-scheduler:v1.21.0'),
      pod('kube-system', 'kube-apiserver', 'registry.example:5000/kube-apiserver:v1.34.2'),
    ]);
    expect(apiServersIn(inventory)).toEqual([
      {
        release: [1, 34, 2],
        field: { resource: inventory.resources[2], path: ['spec', 'containers', 0, 'image'] },
      },
    ]);
  });

  it('finds none where the image has no version', () => {
    expect(apiServersIn(inventoryOfObjects([pod('kube-system', 'kube-apiserver', 'kube-apiserver')]))).toEqual([]);
  });
});
