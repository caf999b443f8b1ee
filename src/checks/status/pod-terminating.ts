import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString, isObject } from '../../core/json.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const LONGEST_MINUTES = 5;

export default defineCheck({
  id: 'pod-terminating',
  on: objectsOf('Pod'),
  severity: 'low',
  title: 'Pod hangs between running and gone',
  why: 'A pod that cannot be removed holds its volumes and its name; one whose container ended serves nobody.',
  advice: 'Look at its finalizers and at the node; a container that ended should be started again by the kubelet.',
  messages: {
    stuck: 'it should have been gone {minutes} minutes ago',
    ended: 'container "{name}" has ended while the pod should run',
  },
  evaluate(judged, report, { now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    const deletion = judged.metadata['deletionTimestamp'];
    if (deletion !== undefined && deletion !== null) {
      const minutes = minutesSince(deletion, now);
      if (minutes === undefined) report.unknown({ what: 'when the pod should be gone' });
      else if (minutes > LONGEST_MINUTES) {
        report.fail('stuck', judged.at('metadata', 'deletionTimestamp'), { minutes: Math.floor(minutes) });
      }
      return;
    }
    if ((judged.spec['restartPolicy'] ?? 'Always') !== 'Always') return;
    for (const [index, entry] of asList(judged.status['containerStatuses']).entries()) {
      const { name, state } = asObject(entry);
      if (!isObject(asObject(state)['terminated'])) continue;
      const place = judged.at('status', 'containerStatuses', index, 'state', 'terminated');
      report.fail('ended', place, { name: asString(name) ?? '' });
    }
  },
});

function pod(rest: string, metadata = '  uid: p1\n'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
${metadata}${rest}`;
}

const ended = `status:
  containerStatuses:
    - name: log
      state:
        running: {}
    - name: web
      state:
        terminated:
          exitCode: 1
`;

function deleted(time: string): string {
  return `  uid: p1\n  deletionTimestamp: ${time}\n`;
}

export const examples: CheckExamples = {
  pass: [
    pod('status:\n  phase: Running\n', deleted('"2025-12-31T23:55:00Z"')),
    pod(ended, deleted('"2025-12-31T23:59:00Z"')),
    pod(`spec:\n  restartPolicy: OnFailure\n${ended}`),
    pod('status:\n  containerStatuses: []\n', '  uid: p1\n  deletionTimestamp: null\n'),
  ],
  fail: [
    {
      yaml: pod(ended, deleted('"2025-12-31T23:54:00Z"')),
      at: '7:22',
      message: 'it should have been gone 6 minutes ago',
    },
    {
      yaml: pod(ended, deleted('"2025-12-31T23:54:59Z"')),
      at: '7:22',
      message: 'it should have been gone 5 minutes ago',
    },
    { yaml: pod(ended), at: '15:11', message: 'container "web" has ended while the pod should run' },
    {
      yaml: pod(`spec:\n  restartPolicy: Always\n${ended}`, '  uid: p1\n  deletionTimestamp: null\n'),
      at: '18:11',
      message: 'container "web" has ended while the pod should run',
    },
  ],
  unknown: [{ yaml: pod(ended, deleted('soon')), missing: 'when the pod should be gone' }],
  notApplicable: [pod(ended, '')],
};
