import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { servicesSelecting } from './service-selection.ts';
import { workloadsIn } from './workload.ts';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'other' } },
  spec: { template: { metadata: { labels: { app: 'web', level: 2 } } } },
};

function service(name: string, spec: JsonObject, namespace = 'shop'): JsonObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec };
}

function names(...objects: readonly JsonObject[]): string[] {
  const inventory = inventoryOfObjects([deployment, ...objects]);
  return workloadsIn('shop', inventory).flatMap((workload) =>
    [...servicesSelecting(workload, inventory)].map(({ name }) => name),
  );
}

describe('servicesSelecting', () => {
  it('finds the Services of the namespace that send to the pods', () => {
    expect(
      names(
        service('web', { selector: { app: 'web' } }),
        service('api', { selector: { app: 'api' } }),
        service('empty', { selector: {} }),
        service('none', {}),
        service('external', { type: 'ExternalName', selector: { app: 'web' } }),
        service('elsewhere', { selector: { app: 'web' } }, 'jobs'),
      ),
    ).toEqual(['web']);
  });

  it('finds those of single pods that the workload makes', () => {
    expect(
      names(
        service('hash', { selector: { app: 'web', 'pod-template-hash': '1' } }),
        service('other', { selector: { app: 'api', 'pod-template-hash': '1' } }),
        service('pod', { selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } }),
      ),
    ).toEqual(['hash']);
  });
});
