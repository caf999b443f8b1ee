import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { anyObject } from '../../kubernetes/object.ts';
import { apiLife } from '../../kubernetes/schema/api-life.ts';
import { successorWords, unchangedSuccessor } from '../../kubernetes/schema/successor.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { writtenVersions } from '../../kubernetes/written-version.ts';

export default defineCheck({
  id: 'api-version-removed',
  on: anyObject,
  severity: 'high',
  covers: ['schema-violation'],
  title: 'API version no longer exists',
  why: 'The API server refuses the object: what it should run, allow or forbid is not there after the next installation.',
  advice: 'Write the object for the version that follows, as the deprecated API migration guide says.',
  messages: { removed: '{kind} of {apiVersion} is gone since Kubernetes 1.{release}: {successor}' },
  evaluate(judged, report, { targetVersion }) {
    const kind = String(judged.content['kind']);
    for (const { apiVersion, path } of writtenVersions(judged.resource)) {
      const release = apiLife(apiVersion, kind)?.removed;
      if (release === undefined || !isFrom(targetVersion, release)) continue;
      const successor = successorWords(apiVersion, kind, targetVersion);
      // The version decides the whole object.
      report.fail('removed', judged.at(...path), { kind, apiVersion, release, successor }).about(judged.at());
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
    { yaml: cronJob, targetVersion: '1.24' },
    cronJob.replace('v1beta1', 'v1'),
    stored,
    `apiVersion: shop.example/v1beta1
kind: CronJob
metadata:
  name: report
`,
  ],
  fail: [
    {
      yaml: cronJob,
      targetVersion: '1.25',
      at: '1:13',
      message: 'CronJob of batch/v1beta1 is gone since Kubernetes 1.25: batch/v1 follows it',
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
      yaml: 'apiVersion: node.k8s.io/v1beta1\nkind: RuntimeClass\nmetadata:\n  name: guarded\nhandler: guarded\n',
      at: '1:13',
      message: 'RuntimeClass of node.k8s.io/v1beta1 is gone since Kubernetes 1.25: node.k8s.io/v1 follows it',
      fixed: 'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: guarded\nhandler: guarded\n',
    },
    {
      yaml: cronJob.replace('spec:', 'spec:\n  timezone: Europe/Berlin'),
      at: '1:13',
      message: 'CronJob of batch/v1beta1 is gone since Kubernetes 1.25: batch/v1 follows it',
      fixed: `apiVersion: batch/v1 # of the old cluster
kind: CronJob
metadata:
  name: report
spec:
  timezone: Europe/Berlin
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
