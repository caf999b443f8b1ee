import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer } from '../../core/parameter.ts';
import { containerStatusesOf } from '../../kubernetes/container-status.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { daysSince } from '../../kubernetes/time.ts';

export default defineCheck({
  id: 'container-oom-killed',
  on: objectsOf('Pod'),
  severity: 'medium',
  parameters: { days: integer(7) },
  title: 'Container was killed for its memory',
  why: 'What it was doing is lost, and it will be killed again under the same load, which an attacker can bring about.',
  advice: 'Raise memory limit and request to what the process needs, or find its leak.',
  messages: { killed: 'container "{name}" ran out of memory' },
  evaluate(judged, report, { parameters, now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    for (const status of containerStatusesOf(judged)) {
      for (const [field, end] of [
        ['state', status.terminated],
        ['lastState', status.lastTerminated],
      ] as const) {
        if (end?.['reason'] !== 'OOMKilled') continue;
        const days = daysSince(end['finishedAt'], now) ?? 0;
        if (days > parameters.days) continue;
        report.fail('killed', status.at(field, 'terminated', 'reason'), { name: status.name });
      }
    }
  },
});

function pod(state: string, field = 'containerStatuses', metadata = '  uid: p1\n'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
${metadata}status:
  ${field}:
    - name: web
      ${state}:
        terminated:
`;
}

const killed = `          reason: OOMKilled
          finishedAt: "2025-12-25T00:00:00Z"
`;
const message = 'container "web" ran out of memory';

export const examples: CheckExamples = {
  pass: [
    `${pod('lastState')}          reason: Completed\n`,
    `${pod('lastState')}          reason: OOMKilled\n          finishedAt: "2025-12-24T23:59:59Z"\n`,
    { yaml: pod('lastState') + killed, parameters: { days: 6 } },
  ],
  fail: [
    { yaml: pod('lastState') + killed, at: '12:19', message },
    { yaml: `${pod('state')}          reason: OOMKilled\n`, at: '12:19', message },
    { yaml: pod('lastState', 'initContainerStatuses') + killed, at: '12:19', message },
  ],
  notApplicable: [pod('lastState', 'containerStatuses', '') + killed],
};
