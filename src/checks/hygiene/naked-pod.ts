import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { isMirrorPod } from '../../kubernetes/mirror-pod.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'naked-pod',
  on: objectsOf('Pod'),
  severity: 'low',
  title: 'Pod has no controller',
  why: 'When its node goes, the pod is gone: nothing starts it again elsewhere.',
  advice: 'Let a Deployment, StatefulSet, DaemonSet or Job create the pod.',
  messages: { naked: 'no controller starts the pod again when its node goes' },
  evaluate(judged, report) {
    const owners = asList(judged.metadata['ownerReferences']);
    if (owners.some((owner) => asObject(owner)['controller'] === true)) return;
    const policy = judged.spec['restartPolicy'];
    if (policy === 'Never' || policy === 'OnFailure' || isMirrorPod(judged.resource)) return;
    report.fail('naked', judged.at('kind'));
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: Always
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

function ownedBy(owner: string): string {
  return pod.replace('spec:', `  ownerReferences:\n${owner}spec:`);
}

const replicaSet = `    - apiVersion: apps/v1
      kind: ReplicaSet
      name: web-6d4b75cb6d
      uid: 5f0c1c0e-0000-4000-8000-000000000001
      controller: true
`;

const message = 'no controller starts the pod again when its node goes';

export const examples: CheckExamples = {
  pass: [
    ownedBy(replicaSet),
    pod.replace('Always', 'Never'),
    pod.replace('Always', 'OnFailure'),
    pod.replace('spec:', '  annotations:\n    kubernetes.io/config.mirror: 0123456789abcdef\nspec:'),
  ],
  fail: [
    { yaml: pod, at: '2:7', message },
    { yaml: ownedBy(replicaSet.replace('controller: true', 'controller: false')), at: '2:7', message },
  ],
};
