import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { type ContainerStatus, containerStatusesOf } from '../../kubernetes/container-status.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const YOUNGEST_MINUTES = 5;
const PATIENCE_MINUTES = 10;
const starting: ReadonlySet<string> = new Set(['PodInitializing', 'ContainerCreating']);

export default defineCheck({
  id: 'container-not-running',
  on: objectsOf('Pod'),
  severity: 'medium',
  title: 'Container does not run',
  why: 'The pod is there but does not work; the reason says whether the image, its configuration or the process is at fault.',
  advice:
    'Follow the reason: pull the image by hand, look at the log of the last run, compare names of Secrets and ConfigMaps.',
  messages: {
    waiting: 'container "{name}" is waiting: {reason}',
    notReady: 'container "{name}" has run for {minutes} minutes and is not ready',
  },
  evaluate(judged, report, { now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    if (judged.status['phase'] === 'Succeeded') return;
    const age = minutesSince(judged.metadata['creationTimestamp'], now);
    if (age === undefined) {
      report.unknown({ what: 'when the pod was created' });
      return;
    }
    if (age <= YOUNGEST_MINUTES) return;
    for (const status of containerStatusesOf(judged)) {
      const { name } = status;
      if (status.waiting !== undefined && isTooLong(status, judged, now)) {
        const reason = asString(status.waiting['reason']) || 'no reason is given';
        report.fail('waiting', status.at('state', 'waiting'), { name, reason });
      }
      if (status.running === undefined || status.content['ready'] !== false) continue;
      const minutes = minutesSince(status.running['startedAt'], now) ?? 0;
      if (minutes > PATIENCE_MINUTES) {
        report.fail('notReady', status.at('ready'), { name, minutes: Math.floor(minutes) });
      }
    }
  },
});

/** Being created takes a while; every other reason does not mend itself. */
function isTooLong({ waiting, lastTerminated }: ContainerStatus, { metadata }: KubernetesObject, now: number): boolean {
  const reason = asString(waiting?.['reason']) ?? '';
  if (reason !== '' && !starting.has(reason)) return true;
  const since = lastTerminated?.['finishedAt'] ?? metadata['creationTimestamp'];
  return (minutesSince(since, now) ?? 0) > PATIENCE_MINUTES;
}

function pod(status: string, created = '2025-12-31T23:49:00Z', spec = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  uid: p1
  creationTimestamp: "${created}"
${spec}status:
${status}`;
}

function isWaiting(reason: string, rest = ''): string {
  return `  containerStatuses:
    - name: web
      state:
        waiting: {${reason}}
${rest}`;
}

function running(started: string, ready: boolean): string {
  return `ontainerStatuses:
    - name: web
      ready: ${ready}
      state:
        running:
          startedAt: "${started}"
`;
}

const crashed = isWaiting('reason: CrashLoopBackOff');

export const examples: CheckExamples = {
  pass: [
    pod(`  phase: Succeeded\n${crashed}`),
    pod(crashed, '2025-12-31T23:55:00Z'),
    pod(isWaiting('reason: ContainerCreating'), '2025-12-31T23:50:00Z'),
    pod(isWaiting('reason: PodInitializing'), '2025-12-31T23:50:00Z'),
    pod(isWaiting('', '      lastState:\n        terminated:\n          finishedAt: "2025-12-31T23:58:00Z"\n')),
    pod(`  c${running('2025-12-31T23:50:00Z', false)}`),
    pod(`  c${running('2025-12-31T23:40:00Z', true)}`),
    pod(`  initC${running('2025-12-31T23:50:00Z', false)}`),
    pod('  containerStatuses:\n    - name: web\n      ready: false\n      state:\n        terminated: {}\n'),
  ],
  fail: [
    {
      yaml: pod(crashed, '2025-12-31T23:54:30Z'),
      at: '12:18',
      message: 'container "web" is waiting: CrashLoopBackOff',
    },
    {
      yaml: pod(isWaiting('reason: ContainerCreating')),
      at: '12:18',
      message: 'container "web" is waiting: ContainerCreating',
    },
    { yaml: pod(isWaiting('')), at: '12:18', message: 'container "web" is waiting: no reason is given' },
    {
      yaml: pod(`  c${running('2025-12-31T23:49:00Z', false)}`),
      at: '11:14',
      message: 'container "web" has run for 11 minutes and is not ready',
    },
    {
      yaml: pod(`  initC${running('2025-12-31T23:49:30Z', false)}`),
      at: '11:14',
      message: 'container "web" has run for 10 minutes and is not ready',
    },
    {
      yaml: pod(
        `  initC${running('2025-12-31T23:49:00Z', false)}`,
        '2025-12-31T23:49:00Z',
        'spec:\n  initContainers:\n    - name: web\n      restartPolicy: Always\n',
      ),
      at: '15:14',
      message: 'container "web" has run for 11 minutes and is not ready',
    },
  ],
  unknown: [{ yaml: pod(crashed, 'lately'), missing: 'when the pod was created' }],
  notApplicable: [pod(crashed).replace('  uid: p1\n', '')],
};
