import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { valueText } from '../../core/value-text.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

/** The restart policies that the API server accepts in pods of a kind; unset is Always. */
const accepted: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['Always', 'OnFailure', 'Never']],
  ['ReplicationController', ['Always']],
  ['apps/DaemonSet', ['Always']],
  ['apps/Deployment', ['Always']],
  ['apps/ReplicaSet', ['Always']],
  ['apps/StatefulSet', ['Always']],
  ['batch/CronJob', ['OnFailure', 'Never']],
  ['batch/Job', ['OnFailure', 'Never']],
]);

export default defineCheck({
  id: 'restart-policy-invalid',
  on: workloadsOnly(...accepted.keys()),
  severity: 'high',
  title: 'Restart policy is not allowed for the kind',
  why: 'The API server refuses the object, so the workload never starts, or its next rollout stops.',
  advice: 'Set restartPolicy to OnFailure or Never in a Job or CronJob, and leave it out elsewhere.',
  messages: {
    refused: 'restartPolicy is {policy}; allowed is {allowed}',
    unset: 'restartPolicy is not set, which means Always; allowed is {allowed}',
  },
  evaluate(judged, report) {
    const written = judged.pod['restartPolicy'] ?? '';
    const policies = accepted.get(judged.resource.kind) ?? [];
    const policy = typeof written === 'string' ? written || 'Always' : valueText(written, 40);
    if (policies.includes(policy)) return;
    const allowed = policies.join(' or ');
    if (written === '') report.fail('unset', judged.at('restartPolicy'), { allowed });
    else report.fail('refused', judged.at('restartPolicy'), { policy, allowed });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the API server accepts the object, and its pods run',
    edits(edit, finding, { resource }) {
      if (resource.kind.startsWith('batch/')) edit.set(finding.at, 'OnFailure');
      else edit.remove(finding.at);
    },
  },
});

function job(policy: string): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
${policy}      containers:
        - name: report
          image: registry.example/report:2.3.0
`;
}

function controller(apiVersion: string, kind: string, policy: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
spec:
  template:
    spec:
${policy}      containers:
        - name: web
          image: registry.example/web:1.4.2
          livenessProbe:
            tcpSocket: { port: 8080 }
            failureThreshold: 6
          readinessProbe:
            tcpSocket: { port: 8080 }
`;
}

function pod(name: string, policy: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
${policy}  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        tcpSocket: { port: 8080 }
        failureThreshold: 6
      readinessProbe:
        tcpSocket: { port: 8080 }
---
`;
}

const always = '      restartPolicy: Always\n';
const never = '      restartPolicy: Never\n';

const controllers = [
  ['v1', 'ReplicationController'],
  ['apps/v1', 'DaemonSet'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'StatefulSet'],
] as const;

export const examples: CheckExamples = {
  pass: [
    ...controllers.flatMap(([apiVersion, kind]) => [
      controller(apiVersion, kind, ''),
      controller(apiVersion, kind, always),
    ]),
    job(never),
    job('      restartPolicy: OnFailure\n'),
    pod('first', '') +
      pod('second', '  restartPolicy: Always\n') +
      pod('third', '  restartPolicy: Never\n') +
      pod('fourth', '  restartPolicy: OnFailure\n') +
      pod('fifth', '  restartPolicy: ""\n'),
  ],
  fail: [
    {
      yaml: job(''),
      at: '7:5',
      message: 'restartPolicy is not set, which means Always; allowed is OnFailure or Never',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      containers:
        - name: report
          image: registry.example/report:2.3.0
      restartPolicy: OnFailure
`,
    },
    {
      yaml: job('      restartPolicy: ""\n'),
      at: '8:22',
      message: 'restartPolicy is not set, which means Always; allowed is OnFailure or Never',
      fixed: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: OnFailure
      containers:
        - name: report
          image: registry.example/report:2.3.0
`,
    },
    {
      yaml: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 200
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Always
          containers:
            - name: report
              image: registry.example/report:2.3.0
`,
      at: '12:26',
      message: 'restartPolicy is Always; allowed is OnFailure or Never',
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 200
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
    {
      yaml: controller('apps/v1', 'Deployment', never),
      at: '8:22',
      message: 'restartPolicy is Never; allowed is Always',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          livenessProbe:
            tcpSocket: { port: 8080 }
            failureThreshold: 6
          readinessProbe:
            tcpSocket: { port: 8080 }
`,
    },
    {
      yaml: `${pod('first', '  restartPolicy: Sometimes\n')}${pod('second', '')}`,
      at: '6:18',
      message: 'restartPolicy is Sometimes; allowed is Always or OnFailure or Never',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: first
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        tcpSocket: { port: 8080 }
        failureThreshold: 6
      readinessProbe:
        tcpSocket: { port: 8080 }
---
apiVersion: v1
kind: Pod
metadata:
  name: second
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      livenessProbe:
        tcpSocket: { port: 8080 }
        failureThreshold: 6
      readinessProbe:
        tcpSocket: { port: 8080 }
---
`,
    },
  ],
};
