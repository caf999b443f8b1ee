import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'cronjob-suspended',
  on: objectsOf('batch/CronJob'),
  severity: 'low',
  title: 'CronJob is suspended',
  why: 'What it did, such as a backup or a clean-up, no longer happens, and nothing says so.',
  advice: 'Resume it, or delete it if it is no longer needed.',
  messages: { suspended: 'it starts no job while suspend is true' },
  evaluate(judged, report) {
    if (judged.spec['suspend'] === true) report.fail('suspended', judged.at('spec', 'suspend'));
  },
});

function cronJob(fields: string): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: shop
spec:
  schedule: "0 3 * * *"
${fields}  jobTemplate: {}
`;
}

export const examples: CheckExamples = {
  pass: [cronJob(''), cronJob('  suspend: false\n')],
  fail: [{ yaml: cronJob('  suspend: true\n'), at: '8:12', message: 'it starts no job while suspend is true' }],
};
