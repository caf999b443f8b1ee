import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asNumber } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** How often the controller looks for jobs to start, in seconds. */
const PERIOD = 10;

export default defineCheck({
  id: 'cronjob-deadline-missing',
  on: objectsOf('batch/CronJob'),
  severity: 'low',
  title: 'CronJob has no sound deadline for its start',
  why: 'The runs that an outage held up may all start at once when it ends, however late that is.',
  advice: 'Set startingDeadlineSeconds to 200.',
  messages: {
    missing: 'startingDeadlineSeconds is not set',
    short: 'startingDeadlineSeconds is {seconds}: the controller looks every 10 seconds, and may never start the job',
  },
  evaluate(judged, report) {
    const seconds = asNumber(judged.spec['startingDeadlineSeconds']);
    const at = judged.at('spec', 'startingDeadlineSeconds');
    if (seconds === undefined) report.fail('missing', at);
    else if (seconds < PERIOD) report.fail('short', at, { seconds });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a job that cannot start within 200 seconds of its time is left out',
    edits: (edit, finding) => edit.set(finding.at, 200),
  },
});

function cronJob(deadline: string): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
${deadline}  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: registry.example/report:2.3.0
`;
}

export const examples: CheckExamples = {
  pass: [cronJob('  startingDeadlineSeconds: 10\n')],
  fail: [
    {
      yaml: cronJob(''),
      at: '5:1',
      message: 'startingDeadlineSeconds is not set',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: registry.example/report:2.3.0
  startingDeadlineSeconds: 200
`,
    },
    {
      yaml: cronJob('  startingDeadlineSeconds: 9 # soon\n'),
      at: '7:28',
      message: 'startingDeadlineSeconds is 9: the controller looks every 10 seconds, and may never start the job',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 200 # soon
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: registry.example/report:2.3.0
`,
    },
  ],
};
