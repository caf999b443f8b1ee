import { describe, expect, it } from 'vitest';
import { containerStatusesOf } from './container-status.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { objectView } from './object.ts';

describe('containerStatusesOf', () => {
  it('tells init containers from sidecars and shows every state', () => {
    const inventory = inventoryOfObjects([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web' },
        spec: { initContainers: [{ name: 'log', restartPolicy: 'Always' }, { name: 'migrate' }] },
        status: {
          initContainerStatuses: [
            { name: 'log', state: { running: { startedAt: 'x' } } },
            { name: 'migrate', state: { terminated: { exitCode: 0 } }, restartCount: 2 },
          ],
          containerStatuses: [
            { name: 'web', state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: {} } },
            'damaged',
          ],
        },
      },
    ]);
    const statuses = inventory.resources.flatMap((resource) => containerStatusesOf(objectView(resource, inventory)));
    expect(statuses.map(({ name, isInit, restartCount }) => [name, isInit, restartCount])).toEqual([
      ['log', false, 0],
      ['migrate', true, 2],
      ['web', false, 0],
      ['', false, 0],
    ]);
    expect(statuses[0]?.running).toEqual({ startedAt: 'x' });
    expect(statuses[1]?.terminated).toEqual({ exitCode: 0 });
    expect(statuses[2]).toMatchObject({ waiting: { reason: 'CrashLoopBackOff' }, lastTerminated: {} });
    expect(statuses[3]?.waiting).toBeUndefined();
    expect(statuses[2]?.at('ready').path).toEqual(['status', 'containerStatuses', 0, 'ready']);
  });
});
