import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asNumber, asObject } from '../../core/json.ts';
import {
  autoscalersOf,
  fewestReplicas,
  HORIZONTAL_POD_AUTOSCALER,
  SCALED_OBJECT,
} from '../../kubernetes/autoscaler.ts';
import { budgetsSelecting, DISRUPTION_BUDGET } from '../../kubernetes/disruption-budget.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'pdb-above-autoscaler-minimum',
  on: workloadsOnly('apps/Deployment', 'apps/StatefulSet'),
  severity: 'medium',
  reads: [DISRUPTION_BUDGET, HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT],
  title: 'PodDisruptionBudget asks for as many pods as the autoscaler keeps at least',
  why: 'While the load is low no pod may be evicted, so that nodes cannot be drained for repair or upgrade.',
  advice: 'Set maxUnavailable to 1 in place of minAvailable.',
  messages: { above: 'minAvailable is {minAvailable}, and the autoscaler keeps {minimum} pods of {workload} at least' },
  evaluate(judged, report, { inventory }) {
    const { resource, namespace } = judged;
    const autoscalers = [...autoscalersOf(resource, inventory)].filter(
      ({ kind }) => kind === HORIZONTAL_POD_AUTOSCALER,
    );
    for (const minimum of autoscalers.map(fewestReplicas)) {
      for (const budget of budgetsSelecting(judged, inventory)) {
        const minAvailable = asNumber(asObject(budget.content['spec'])['minAvailable']);
        if (minAvailable === undefined || minAvailable < minimum) continue;
        const at = { resource: budget, path: ['spec', 'minAvailable'] };
        report.fail('above', at, { minAvailable, minimum, workload: resource.name });
      }
    }
    const needed = autoscalers.length === 0 ? HORIZONTAL_POD_AUTOSCALER : DISRUPTION_BUDGET;
    const { missing } = inventory.select(needed, namespace);
    if (missing !== undefined) report.unknown(missing);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a pod may be evicted while only the fewest pods run',
    edits(edit, { at }) {
      edit.remove(at);
      edit.set({ resource: at.resource, path: ['spec', 'maxUnavailable'] }, 1);
    },
  },
});

function scaled(kind: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`;
}

function autoscaler(kind: string, minReplicas = ''): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
${minReplicas}  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: web }
---
`;
}

const scaledObject = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: web
  namespace: shop
spec:
  scaleTargetRef:
    name: web
---
`;

function budgetWith(minAvailable: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  minAvailable: ${minAvailable}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app: web
---
`;
}

const three = '  minReplicas: 3\n';

export const examples: CheckExamples = {
  pass: [
    { yaml: budgetWith('2') + autoscaler('Deployment', three) + scaled('Deployment'), complete: true },
    { yaml: budgetWith('100%') + autoscaler('Deployment', three) + scaled('Deployment'), complete: true },
    { yaml: budgetWith('3') + autoscaler('StatefulSet') + scaled('Deployment'), complete: true },
    { yaml: budgetWith('3') + scaledObject + scaled('Deployment'), complete: true },
  ],
  fail: [
    {
      yaml: budgetWith('3 # all') + autoscaler('Deployment', three) + scaled('Deployment'),
      complete: true,
      at: '7:17',
      message: 'minAvailable is 3, and the autoscaler keeps 3 pods of web at least',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app: web
  maxUnavailable: 1
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  minReplicas: 3
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`,
    },
    {
      yaml: budgetWith('2') + autoscaler('StatefulSet') + scaled('StatefulSet'),
      complete: true,
      at: '7:17',
      message: 'minAvailable is 2, and the autoscaler keeps 1 pods of web at least',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app: web
  maxUnavailable: 1
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: web }
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`,
    },
  ],
  unknown: [
    {
      yaml: budgetWith('3') + scaled('Deployment'),
      missing: 'no HorizontalPodAutoscaler of "shop" is among the inputs',
    },
    {
      yaml: autoscaler('Deployment') + scaled('Deployment'),
      missing: 'no PodDisruptionBudget of "shop" is among the inputs',
    },
  ],
};
