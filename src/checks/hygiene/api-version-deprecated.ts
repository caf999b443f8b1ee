import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { anyObject } from '../../kubernetes/object.ts';
import { apiLife } from '../../kubernetes/schema/api-life.ts';
import { successorWords, unchangedSuccessor } from '../../kubernetes/schema/successor.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { writtenVersions } from '../../kubernetes/written-version.ts';

export default defineCheck({
  id: 'api-version-deprecated',
  on: anyObject,
  severity: 'low',
  title: 'API version is deprecated',
  why: 'A coming release no longer serves the version: the upgrade of the cluster breaks the next installation.',
  advice: 'Write the object for the version that follows before the cluster is upgraded.',
  messages: { deprecated: '{kind} of {apiVersion} is deprecated since Kubernetes 1.{release}: {successor}' },
  evaluate(judged, report, { targetVersion }) {
    const kind = String(judged.content['kind']);
    for (const { apiVersion, path } of writtenVersions(judged.resource)) {
      const { deprecated: release, removed } = apiLife(apiVersion, kind) ?? {};
      if (release === undefined || !isFrom(targetVersion, release)) continue;
      if (removed !== undefined && isFrom(targetVersion, removed)) continue;
      const successor = successorWords(apiVersion, kind, targetVersion);
      report.fail('deprecated', judged.at(...path), { kind, apiVersion, release, successor });
    }
  },
  fix: {
    effect: 'safe',
    because: 'the fields and their meaning are the same in the version that follows',
    edits(edit, finding, judged) {
      const successor = unchangedSuccessor(String(finding.data['apiVersion']), String(judged.content['kind']));
      if (successor !== undefined && finding.at.path.length === 1) edit.set(finding.at, successor);
    },
  },
});

const cronJob = `apiVersion: batch/v1beta1 # of the old cluster
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
`;

const stored = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  uid: 5f0c1c0e-0000-4000-8000-000000000001
  managedFields:
    - manager: deployer
      operation: Update
      apiVersion: batch/v1
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
`;

export const examples: CheckExamples = {
  pass: [
    { yaml: cronJob, targetVersion: '1.20' },
    { yaml: cronJob, targetVersion: '1.25' },
    cronJob.replace('v1beta1', 'v1'),
    stored,
    `apiVersion: v1
kind: Endpoints
metadata:
  name: database
`,
    `apiVersion: shop.example/v1beta1
kind: CronJob
metadata:
  name: report
`,
  ],
  fail: [
    {
      yaml: cronJob,
      targetVersion: '1.21',
      at: '1:13',
      message: 'CronJob of batch/v1beta1 is deprecated since Kubernetes 1.21: batch/v1 follows it',
      fixed: `apiVersion: batch/v1 # of the old cluster
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
    {
      yaml: cronJob,
      targetVersion: '1.24',
      at: '1:13',
      message: 'CronJob of batch/v1beta1 is deprecated since Kubernetes 1.21: batch/v1 follows it',
      fixed: `apiVersion: batch/v1 # of the old cluster
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
