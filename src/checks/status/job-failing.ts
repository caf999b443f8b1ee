import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { addToGroup } from '../../core/group-by.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { integer } from '../../core/parameter.ts';
import { parseCronSchedule, timesBefore } from '../../kubernetes/cron-schedule.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { daysSince, timeOf } from '../../kubernetes/time.ts';

const messages = {
  failed: 'the job failed{reason}',
  schedule: 'its schedule cannot be read, so that it never starts',
  never: 'it has never started a job',
  unsuccessful: 'none of its jobs has succeeded yet',
  late: 'none of its last three jobs succeeded',
  warned: 'it was warned of in the last day: {reason}',
} as const;

/** In how many of its last times success is looked for; between them lie two intervals. */
const LOOKED_AT = 3;

export default defineCheck({
  id: 'job-failing',
  on: objectsOf('batch/Job', 'batch/CronJob'),
  severity: 'medium',
  parameters: { days: integer(7) },
  reads: ['Event'],
  title: 'Job fails',
  why: 'What it should have done, such as a backup, has not been done.',
  advice: 'Look at the log of its last pod and at its events.',
  messages,
  evaluate(judged, report, { parameters, now, inventory }) {
    if (!isStored(judged.resource)) report.notApplicable();
    else if (judged.kind === 'batch/CronJob') evaluateCronJob(judged, report, now, inventory);
    else evaluateJob(judged, report, now, parameters.days);
  },
});

function evaluateJob(judged: KubernetesObject, report: Reporter<typeof messages>, now: number, days: number): void {
  const conditions = asList(judged.status['conditions']).map(asObject);
  const index = conditions.findIndex(({ type, status }) => type === 'Failed' && status === 'True');
  const condition = conditions[index];
  if (condition === undefined || (daysSince(condition['lastTransitionTime'], now) ?? 0) > days) return;
  const reason = asString(condition['reason']) ?? '';
  const place = judged.at('status', 'conditions', index, 'status');
  report.fail('failed', place, { reason: reason === '' ? '' : ` (${reason})` });
}

function evaluateCronJob(
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
  now: number,
  inventory: Inventory,
): void {
  const { spec } = judged;
  if (spec['suspend'] === true) return;
  const schedule = parseCronSchedule(asString(spec['schedule']) ?? '');
  if (schedule === undefined) {
    report.fail('schedule', judged.at('spec', 'schedule'));
    return;
  }
  const due = timesBefore(schedule, now, LOOKED_AT, asString(spec['timeZone']));
  if (isOlderThanTwoIntervals(judged, due, now)) judgeRuns(judged, due, report);
  const reason = warningOf(judged, inventory, now);
  if (reason !== undefined) report.fail('warned', judged.at(), { reason });
}

function isOlderThanTwoIntervals({ metadata }: KubernetesObject, due: readonly number[], now: number): boolean {
  const [latest, , third] = due;
  const created = timeOf(metadata['creationTimestamp']);
  if (latest === undefined || third === undefined || created === undefined) return false;
  return now - created > latest - third;
}

function judgeRuns(judged: KubernetesObject, due: readonly number[], report: Reporter<typeof messages>): void {
  const { status } = judged;
  const succeeded = timeOf(status['lastSuccessfulTime']);
  if (timeOf(status['lastScheduleTime']) === undefined) report.fail('never', judged.at('status', 'lastScheduleTime'));
  else if (succeeded === undefined) report.fail('unsuccessful', judged.at('status', 'lastSuccessfulTime'));
  else if (due.every((time) => succeeded < time)) report.fail('late', judged.at('status', 'lastSuccessfulTime'));
}

/** The reason of a warning event of the last day about a CronJob. Events pass away, so that none proves nothing. */
function warningOf({ name, namespace }: KubernetesObject, inventory: Inventory, now: number): string | undefined {
  const latest = (warningsIn(inventory).get(`${namespace ?? ''}/${name}`) ?? []).find(
    ({ time }) => (daysSince(time, now) ?? 1) < 1,
  );
  return latest?.reason;
}

interface Warning {
  readonly reason: string;
  readonly time: unknown;
}

const byCronJob = new WeakMap<Inventory, ReadonlyMap<string, readonly Warning[]>>();

/** The warning events about each CronJob, by `namespace/name`. */
function warningsIn(inventory: Inventory): ReadonlyMap<string, readonly Warning[]> {
  let warnings = byCronJob.get(inventory);
  if (warnings === undefined) {
    warnings = readWarnings(inventory);
    byCronJob.set(inventory, warnings);
  }
  return warnings;
}

function readWarnings(inventory: Inventory): ReadonlyMap<string, readonly Warning[]> {
  const warnings = new Map<string, Warning[]>();
  for (const { content, namespace } of inventory.select('Event').items) {
    const about = asObject(content['involvedObject']);
    if (content['type'] !== 'Warning' || about['kind'] !== 'CronJob') continue;
    const reason = asString(content['reason']) ?? 'no reason is given';
    const time = content['lastTimestamp'] ?? asObject(content['series'])['lastObservedTime'] ?? content['eventTime'];
    addToGroup(warnings, `${namespace ?? ''}/${asString(about['name']) ?? ''}`, { reason, time });
  }
  return warnings;
}

function job(conditions: string, metadata = '  uid: j1\n'): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: backup
  namespace: shop
${metadata}status:
  conditions:
    - ${conditions}
`;
}

function cronJob(status: string, spec = '', created = '2025-12-01T00:00:00Z'): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: shop
  uid: c1
  creationTimestamp: "${created}"
spec:
  schedule: "0 12 * * *"
${spec}status:
${status}`;
}

function event(fields: string): string {
  return `---
apiVersion: v1
kind: Event
metadata:
  name: backup.1
  namespace: shop
${fields}`;
}

const fine = '  lastScheduleTime: "2025-12-31T12:00:00Z"\n  lastSuccessfulTime: "2025-12-29T12:00:00Z"\n';
const late = '  lastScheduleTime: "2025-12-31T12:00:00Z"\n  lastSuccessfulTime: "2025-12-28T12:05:00Z"\n';

/** Right for 20:00 in New York, five hours behind: the success is that of the third last job. */
const western = '  lastScheduleTime: "2025-12-31T01:00:00Z"\n  lastSuccessfulTime: "2025-12-29T01:05:00Z"\n';

/** As the newer API of events has it. */
const broken = `type: Warning
reason: FailedNeedsStart
involvedObject: {kind: CronJob, name: backup}
lastTimestamp: null
`;

function warning(type: string, kind: string, name: string, time: string, reason = 'reason: FailedCreate\n'): string {
  return event(`type: ${type}\ninvolvedObject: {kind: ${kind}, name: ${name}}\nlastTimestamp: "${time}"\n${reason}`);
}

export const examples: CheckExamples = {
  pass: [
    job('{type: Complete, status: "True"}'),
    job('{type: Failed, status: "False"}'),
    job('{type: Failed, status: "True", lastTransitionTime: "2025-12-24T23:59:59Z"}'),
    cronJob(fine),
    cronJob(late, '  suspend: true\n'),
    cronJob('  active: []\n', '', '2025-12-30T00:00:00Z'),
    cronJob('  active: []\n', '', 'lately'),
    cronJob('  lastScheduleTime: "2025-12-31T12:00:00Z"\n', '', '2025-12-30T00:00:00Z'),
    cronJob('  active: []\n').replace('0 12 * * *', '0 0 30 2 *'),
    cronJob(western, '  timeZone: America/New_York\n').replace('0 12 * * *', '0 20 * * *'),
    cronJob(fine) + warning('Normal', 'CronJob', 'backup', '2025-12-31T12:00:00Z'),
    cronJob(fine) + warning('Warning', 'Job', 'backup', '2025-12-31T12:00:00Z'),
    cronJob(fine) + warning('Warning', 'CronJob', 'report', '2025-12-31T12:00:00Z'),
    cronJob(fine) + warning('Warning', 'CronJob', 'backup', '2025-12-31T00:00:00Z'),
    cronJob(fine) + warning('Warning', 'CronJob', 'backup', 'once'),
    {
      yaml: job('{type: Failed, status: "True", lastTransitionTime: "2025-12-29T23:59:59Z"}'),
      parameters: { days: 2 },
    },
  ],
  fail: [
    {
      yaml: job('{type: Failed, status: "True", lastTransitionTime: "2025-12-25T00:00:00Z", reason: DeadlineExceeded}'),
      at: '9:30',
      message: 'the job failed (DeadlineExceeded)',
    },
    { yaml: job('{type: Failed, status: "True"}'), at: '9:30', message: 'the job failed' },
    {
      yaml: cronJob(fine).replace('0 12 * * *', 'at noon'),
      at: '9:13',
      message: 'its schedule cannot be read, so that it never starts',
    },
    {
      yaml: cronJob('  active: []\n', '', '2025-12-29T23:59:59Z'),
      at: '10:1',
      message: 'it has never started a job',
    },
    { yaml: cronJob(late), at: '12:23', message: 'none of its last three jobs succeeded' },
    {
      yaml: cronJob('  lastScheduleTime: "2025-12-31T12:00:00Z"\n', '  suspend: false\n'),
      at: '11:1',
      message: 'none of its jobs has succeeded yet',
    },
    {
      yaml: cronJob(western).replace('0 12 * * *', '0 20 * * *'),
      at: '12:23',
      message: 'none of its last three jobs succeeded',
    },
    {
      yaml: cronJob(fine) + event(`${broken}eventTime: "2025-12-31T12:00:00.000000Z"\n`),
      at: '1:1',
      message: 'it was warned of in the last day: FailedNeedsStart',
    },
    {
      yaml:
        cronJob(fine) +
        event(
          `${broken}eventTime: "2025-12-01T12:00:00.000000Z"\nseries: {lastObservedTime: "2025-12-31T12:00:00.000000Z"}\n`,
        ),
      at: '1:1',
      message: 'it was warned of in the last day: FailedNeedsStart',
    },
    {
      yaml: cronJob(fine) + warning('Warning', 'CronJob', 'backup', '2025-12-31T12:00:00Z'),
      at: '1:1',
      message: 'it was warned of in the last day: FailedCreate',
    },
    {
      yaml: cronJob(fine) + warning('Warning', 'CronJob', 'backup', '2025-12-31T12:00:00Z', ''),
      at: '1:1',
      message: 'it was warned of in the last day: no reason is given',
    },
  ],
  notApplicable: [job('{type: Failed, status: "True"}', '')],
};
