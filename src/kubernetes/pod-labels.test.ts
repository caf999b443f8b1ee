import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podLabels, podLabelsField } from './pod-labels.ts';
import { workloadsIn } from './workload.ts';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'other' } },
  spec: { template: { metadata: { labels: { app: 'web', level: 2 } } } },
};

describe('the labels of pods', () => {
  it('are those of the template', () => {
    const workloads = workloadsIn('shop', inventoryOfObjects([deployment]));
    expect(workloads.map((workload) => [...podLabels(workload)])).toEqual([[['app', 'web']]]);
    expect(workloads.map((workload) => podLabelsField(workload).path)).toEqual([
      ['spec', 'template', 'metadata', 'labels'],
    ]);
  });
});
