import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import type { ViolationReport } from '../violation.ts';
import { checkNotNegative, isAbsent, isEmpty } from './fields.ts';
import { checkSelector } from './labels.ts';
import { checkTemplateMetadata } from './metadata.ts';
import { checkPodTemplate } from './pods.ts';
import type { ObjectRule } from './rule.ts';

const NUMBERS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
];
const MOST_FAILURE_RULES = 20;

/** A Job. */
export const checkJob: ObjectRule = (object, report) => checkJobSpec(asObject(object['spec']), ['spec'], report);

/** A CronJob. */
export const checkCronJob: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  const { schedule } = spec;
  if (typeof schedule === 'string' && schedule.includes('TZ')) {
    const words = 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead';
    report.invalid(['spec', 'schedule'], schedule, words);
  }
  const numbers = ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'];
  checkNotNegative(spec, numbers, ['spec'], report);
  const template = asObject(spec['jobTemplate']);
  const path = ['spec', 'jobTemplate'];
  checkTemplateMetadata(asObject(template['metadata']), [...path, 'metadata'], report);
  const job = asObject(template['spec']);
  if (job['manualSelector'] === true) {
    report.notSupported([...path, 'spec', 'manualSelector'], true, ['nil', 'false']);
  }
  checkJobSpec(job, [...path, 'spec'], report);
};

function checkJobSpec(spec: JsonObject, path: Path, report: ViolationReport): void {
  checkNotNegative(spec, NUMBERS, path, report);
  checkSelector(spec['selector'], [...path, 'selector'], report);
  checkIndexes(spec, path, report);
  checkPodTemplate(spec['template'], [...path, 'template'], report);
  const policy = asObject(asObject(spec['template'])['spec'])['restartPolicy'];
  const at = [...path, 'template', 'spec', 'restartPolicy'];
  const failures = spec['podFailurePolicy'];
  if (isEmpty(policy) || policy === 'Always') report.required(at, 'valid values: "OnFailure", "Never"');
  else if (isObject(failures) && policy !== 'Never') {
    report.invalid(at, policy, 'only "Never" is supported when podFailurePolicy is specified');
  }
  const count = asList(asObject(failures)['rules']).length;
  if (count > MOST_FAILURE_RULES) report.tooMany([...path, 'podFailurePolicy', 'rules'], count, MOST_FAILURE_RULES);
}

function checkIndexes(spec: JsonObject, path: Path, report: ViolationReport): void {
  const { completions, backoffLimitPerIndex, maxFailedIndexes, completionMode } = spec;
  if (completionMode === 'Indexed') {
    if (isAbsent(completions)) report.required([...path, 'completions'], 'when completion mode is Indexed');
    if (typeof completions === 'number' && typeof maxFailedIndexes === 'number' && maxFailedIndexes > completions) {
      report.invalid([...path, 'maxFailedIndexes'], maxFailedIndexes, 'must be less than or equal to completions');
    }
    return;
  }
  if (!isEmpty(completionMode) && completionMode !== 'NonIndexed') return;
  for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']) {
    if (!isAbsent(spec[name])) report.invalid([...path, name], spec[name], 'requires indexed completion mode');
  }
  if (!isAbsent(maxFailedIndexes) && isAbsent(backoffLimitPerIndex)) {
    report.required([...path, 'backoffLimitPerIndex'], 'when maxFailedIndexes is specified');
  }
}
