import { expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { unreadySince } from './unready-pods.ts';

const database = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'shop' } };

function pod(status: JsonObject, creationTimestamp?: string): JsonObject {
  const owner = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', controller: true };
  const metadata = { name: 'db-0', namespace: 'shop', creationTimestamp, ownerReferences: [owner] };
  return { apiVersion: 'v1', kind: 'Pod', metadata, status };
}

function ready(status: string, lastTransitionTime?: string): JsonObject {
  return {
    conditions: [
      { type: 'PodScheduled', status: 'True' },
      { type: 'Ready', status, lastTransitionTime },
    ],
  };
}

function sinceOf(...pods: readonly JsonObject[]): string[] {
  const inventory = inventoryOfObjects([database, ...pods]);
  const [controller] = inventory.ofKind('apps/StatefulSet');
  if (controller === undefined) throw new Error('there is no StatefulSet');
  return unreadySince(controller, inventory).map((time) => new Date(time).toISOString());
}

it('is when a pod was last ready, or was made', () => {
  expect(
    sinceOf(
      pod(ready('Unknown', '2025-12-03T00:00:00Z'), '2025-12-01T00:00:00Z'),
      pod({ phase: 'Pending' }, '2025-12-02T00:00:00Z'),
      pod(ready('False'), '2025-12-01T00:00:00Z'),
    ),
  ).toEqual(['2025-12-01T00:00:00.000Z', '2025-12-02T00:00:00.000Z', '2025-12-03T00:00:00.000Z']);
});

it('leaves out pods that are ready, have come to their end, or are of no known time', () => {
  const created = '2025-12-01T00:00:00Z';
  expect(
    sinceOf(
      pod(ready('True', created), created),
      pod({ ...ready('False'), phase: 'Succeeded' }, created),
      pod({ ...ready('False'), phase: 'Failed' }, created),
      pod(ready('False')),
    ),
  ).toEqual([]);
});
