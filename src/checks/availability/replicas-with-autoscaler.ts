import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { autoscalerKinds, isAutoscaled, missingAutoscalers } from '../../kubernetes/autoscaler.ts';
import { isStored } from '../../kubernetes/object.ts';
import { replicasField } from '../../kubernetes/replicas.ts';
import { scalable } from '../../kubernetes/scalable.ts';

export default defineCheck({
  id: 'replicas-with-autoscaler',
  on: scalable,
  severity: 'low',
  reads: autoscalerKinds,
  title: 'Manifest and autoscaler both set the replicas',
  why: 'Every apply sets back what the autoscaler chose, and drops pods in the middle of the load they were added for.',
  advice: 'Remove replicas from the manifest.',
  messages: { both: 'the manifest sets replicas, and so does an autoscaler' },
  evaluate({ resource, spec }, report, { inventory }) {
    if (isStored(resource)) {
      report.notApplicable();
      return;
    }
    if ((spec['replicas'] ?? undefined) === undefined) return;
    const missing = missingAutoscalers(resource.namespace ?? '', inventory);
    if (isAutoscaled(resource, inventory)) report.fail('both', replicasField(resource));
    else if (missing !== undefined) report.unknown(missing);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the first client-side kubectl apply without the field sets 1 replica, until the autoscaler adds more',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

function scaled(apiVersion: string, kind: string, replicas: string, metadata = ''): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: shop
${metadata}spec:
${replicas}  selector:
    matchLabels:
      app: web
`;
}

function autoscaler(target: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef: ${target}
---
`;
}

const ofDeployment = autoscaler('{ apiVersion: apps/v1, kind: Deployment, name: web }');
const ofRollout = autoscaler('{ apiVersion: rollouts.example/v1, kind: Rollout, name: web }');
const three = '  replicas: 3\n';

export const examples: CheckExamples = {
  pass: [
    ofDeployment + scaled('apps/v1', 'Deployment', ''),
    ofDeployment + scaled('apps/v1', 'Deployment', '  replicas: null\n'),
    { yaml: scaled('apps/v1', 'StatefulSet', three), complete: true },
    { yaml: ofDeployment + scaled('apps/v1', 'StatefulSet', three), complete: true },
  ],
  fail: [
    {
      yaml: ofDeployment + scaled('apps/v1', 'Deployment', three),
      at: '17:13',
      message: 'the manifest sets replicas, and so does an autoscaler',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
`,
    },
    {
      yaml: ofRollout + scaled('rollouts.example/v1', 'Rollout', three),
      at: '17:13',
      message: 'the manifest sets replicas, and so does an autoscaler',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef: { apiVersion: rollouts.example/v1, kind: Rollout, name: web }
---
apiVersion: rollouts.example/v1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
`,
    },
  ],
  unknown: [
    {
      yaml: scaled('apps/v1', 'Deployment', three),
      missing: 'no HorizontalPodAutoscaler of "shop" is among the inputs',
    },
  ],
  notApplicable: [
    ofDeployment + scaled('apps/v1', 'Deployment', three, '  uid: 7a9c4f0e-5f0b-4f5e-9a53-3d3f6c1f0b11\n'),
  ],
};
