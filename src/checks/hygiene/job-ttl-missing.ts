import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

const JOB_FIELD = ['spec', 'ttlSecondsAfterFinished'];
const CRON_JOB_FIELD = ['spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished'];

export default defineCheck({
  id: 'job-ttl-missing',
  on: objectsOf('batch/Job', 'batch/CronJob'),
  severity: 'low',
  title: 'Finished jobs are kept for ever, or removed too early',
  why: 'Finished jobs and their pods pile up until the API server slows down; those of a CronJob that vanish hide its failures.',
  advice: 'Set ttlSecondsAfterFinished on a Job, and the history limits on a CronJob.',
  messages: {
    kept: 'the job and its pods stay after it has finished',
    hidden: 'runs are removed after a time, failed ones too, whatever the history limits say',
  },
  evaluate(judged, report) {
    if (judged.kind === 'batch/CronJob') {
      const spec = asObject(asObject(judged.spec['jobTemplate'])['spec']);
      if (isSet(spec['ttlSecondsAfterFinished'])) report.fail('hidden', judged.at(...CRON_JOB_FIELD));
      return;
    }
    if (isSet(judged.spec['ttlSecondsAfterFinished']) || isOwned(judged) || isHelmHook(judged)) return;
    report.fail('kept', judged.at(...JOB_FIELD));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a finished job goes a day later; of a CronJob as many stay as its history limits say',
    edits(edit, finding, { kind }) {
      if (kind === 'batch/Job') edit.set(finding.at, 86_400);
      else edit.remove(finding.at);
    },
  },
});

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isOwned({ metadata }: KubernetesObject): boolean {
  return asList(metadata['ownerReferences']).some((owner) => asObject(owner)['controller'] === true);
}

/** Helm itself removes its hooks: before it creates the next one, where the hook names no other policy. */
function isHelmHook({ annotations }: KubernetesObject): boolean {
  return annotations.has('helm.sh/hook');
}

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  backoffLimit: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4.2
`;

const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.0.0
`;

const owner = `  ownerReferences:
    - apiVersion: batch/v1
      kind: CronJob
      name: report
      uid: 5f0c1c0e-0000-4000-8000-000000000001
      controller: true
`;

function annotated(...annotations: readonly string[]): string {
  return job.replace('spec:', `  annotations:\n    ${annotations.join('\n    ')}\nspec:`);
}

export const examples: CheckExamples = {
  pass: [
    job.replace('backoffLimit: 2', 'ttlSecondsAfterFinished: 0'),
    job.replace('spec:', `${owner}spec:`),
    annotated('helm.sh/hook: pre-upgrade', 'helm.sh/hook-delete-policy: hook-succeeded'),
    annotated('helm.sh/hook: pre-upgrade'),
    cronJob,
    cronJob.replace('backoffLimit: 2', 'ttlSecondsAfterFinished: null'),
  ],
  fail: [
    {
      yaml: job.replace('backoffLimit: 2', 'ttlSecondsAfterFinished: null'),
      at: '6:28',
      message: 'the job and its pods stay after it has finished',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4.2
`,
    },
    {
      yaml: job.replace('spec:', `${owner.replace('controller: true', 'controller: false')}spec:`),
      at: '11:1',
      message: 'the job and its pods stay after it has finished',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  ownerReferences:
    - apiVersion: batch/v1
      kind: CronJob
      name: report
      uid: 5f0c1c0e-0000-4000-8000-000000000001
      controller: false
spec:
  backoffLimit: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4.2
  ttlSecondsAfterFinished: 86400
`,
    },
    {
      yaml: annotated('helm.sh/hook-delete-policy: hook-succeeded'),
      at: '7:1',
      message: 'the job and its pods stay after it has finished',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations:
    helm.sh/hook-delete-policy: hook-succeeded
spec:
  backoffLimit: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4.2
  ttlSecondsAfterFinished: 86400
`,
    },
    {
      yaml: cronJob.replace('backoffLimit: 2', 'ttlSecondsAfterFinished: 60'),
      at: '9:32',
      message: 'runs are removed after a time, failed ones too, whatever the history limits say',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.0.0
`,
    },
  ],
};
