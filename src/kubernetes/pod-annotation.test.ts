import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podAnnotationsFrom } from './pod-annotation.ts';
import { workload } from './workload.ts';
import { workloadOfPod } from './workload-of-pod.ts';

describe('podAnnotationsFrom', () => {
  it('gives the annotations whose keys begin so, with their places', () => {
    const annotations = { 'a.example/one': '1', 'b.example/two': '2', 'a.example/three': 3, 'a.example/four': '' };
    const found = podAnnotationsFrom(workloadOfPod({ containers: [{ name: 'web' }] }, { annotations }), 'a.example/');
    expect(found.map(({ key, value, at }) => [key, value, at.path])).toEqual([
      ['a.example/one', '1', ['metadata', 'annotations', 'a.example/one']],
      ['a.example/four', '', ['metadata', 'annotations', 'a.example/four']],
    ]);
  });

  it('reads the pod template, not the object', () => {
    const template = { metadata: { annotations: { of: 'pod' } }, spec: { containers: [{ name: 'web' }] } };
    const metadata = { name: 'web', annotations: { of: 'job' } };
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template } };
    const found = [...workload.enumerate(inventoryOfObjects([job]))].flatMap((view) => podAnnotationsFrom(view, ''));
    expect(found.map(({ value, at }) => [value, at.path])).toEqual([
      ['pod', ['spec', 'template', 'metadata', 'annotations', 'of']],
    ]);
  });

  it('finds none where there are none', () => {
    expect(podAnnotationsFrom(workloadOfPod({ containers: [{ name: 'web' }] }, { annotations: 'none' }), '')).toEqual(
      [],
    );
  });
});
