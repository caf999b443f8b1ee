import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer } from '../../core/parameter.ts';
import { type ContainerStatus, containerStatusesOf } from '../../kubernetes/container-status.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { daysSince } from '../../kubernetes/time.ts';

export default defineCheck({
  id: 'container-restarts',
  on: objectsOf('Pod'),
  severity: 'medium',
  parameters: { maximum: integer(5), days: integer(7) },
  title: 'Containers restart again and again',
  why: 'Each restart drops connections and hides a fault, such as a leak, a wrong probe or an exploit that misses.',
  advice: 'Look at the log of the last run (kubectl logs --previous) and at its exit code.',
  messages: { restarts: 'its containers were started again {restarts} times' },
  evaluate(judged, report, { parameters, now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    const statuses = containerStatusesOf(judged);
    const restarts = statuses.reduce((sum, status) => sum + status.restartCount, 0);
    if (restarts <= parameters.maximum) return;
    const ages = statuses.flatMap((status) => daysSince(lastRestartOf(status), now) ?? []);
    const most = statuses.toSorted((left, right) => right.restartCount - left.restartCount)[0];
    if (most === undefined) return;
    if (ages.length === 0) report.unknown({ what: 'when the containers were last started again' });
    else if (Math.min(...ages) <= parameters.days) report.fail('restarts', most.at('restartCount'), { restarts });
  },
});

/** When the last run ended; where the kubelet has forgotten it, when the present one began. */
function lastRestartOf({ restartCount, lastTerminated, running }: ContainerStatus): unknown {
  return lastTerminated?.['finishedAt'] ?? (restartCount > 0 ? running?.['startedAt'] : undefined);
}

function pod(statuses: string, metadata = '  uid: p1\n'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
${metadata}status:
${statuses}`;
}

function restarted(count: number, finishedAt = '2025-12-25T00:00:00Z'): string {
  return `    - name: web
      restartCount: ${count}
      lastState:
        terminated:
          exitCode: 0
          finishedAt: "${finishedAt}"
`;
}

/** The kubelet does not keep how each run ended. */
function forgotten(count: number, startedAt: string, field = '  containerStatuses:\n'): string {
  return `${field}    - name: web
      restartCount: ${count}
      state:
        running:
          startedAt: "${startedAt}"
`;
}

const message = 'its containers were started again 6 times';

export const examples: CheckExamples = {
  pass: [
    pod(`  containerStatuses:\n${restarted(5)}`),
    pod(`  containerStatuses:\n${restarted(60, '2025-12-24T23:59:59Z')}`),
    { yaml: pod(`  containerStatuses:\n${restarted(6)}`), parameters: { maximum: 6 } },
    { yaml: pod(`  containerStatuses:\n${restarted(6)}`), parameters: { days: 6 } },
    pod('  containerStatuses: []\n'),
    { yaml: pod('  containerStatuses: []\n'), parameters: { maximum: -1 } },
    pod(forgotten(6, '2025-12-24T23:59:59Z')),
    pod(forgotten(6, '2025-12-24T23:59:59Z') + forgotten(0, '2025-12-31T00:00:00Z', '')),
  ],
  fail: [
    { yaml: pod(`  containerStatuses:\n${restarted(6)}`), at: '10:21', message },
    { yaml: pod(forgotten(6, '2025-12-25T00:00:00Z')), at: '10:21', message },
    {
      yaml: pod(
        `  initContainerStatuses:\n${restarted(2)}  containerStatuses:\n${restarted(4, '2025-12-01T00:00:00Z')}`,
      ),
      at: '17:21',
      message,
    },
  ],
  unknown: [
    {
      yaml: pod('  containerStatuses:\n    - name: web\n      restartCount: 6\n'),
      missing: 'when the containers were last started again',
    },
  ],
  notApplicable: [pod(`  containerStatuses:\n${restarted(6)}`, '')],
};
