import { describe, expect, it } from 'vitest';
import { containerStatusesOf } from './container-status.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { objectView } from './object.ts';

describe('containerStatusesOf', () => {
  it('shows every state of init and regular containers', () => {
    const inventory = inventoryOfObjects([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web' },
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
    expect(statuses.map(({ name, restartCount }) => [name, restartCount])).toEqual([
      ['log', 0],
      ['migrate', 2],
      ['web', 0],
      ['', 0],
    ]);
    expect(statuses[0]?.running).toEqual({ startedAt: 'x' });
    expect(statuses[1]?.terminated).toEqual({ exitCode: 0 });
    expect(statuses[2]).toMatchObject({ waiting: { reason: 'CrashLoopBackOff' }, lastTerminated: {} });
    expect(statuses[3]?.waiting).toBeUndefined();
    expect(statuses[2]?.at('ready').path).toEqual(['status', 'containerStatuses', 0, 'ready']);
  });
});
