import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { autoscalerKinds } from '../../kubernetes/autoscaler.ts';
import { budgetSelector, DISRUPTION_BUDGET } from '../../kubernetes/disruption-budget.ts';
import { intOrString, percentOf, scaledValue } from '../../kubernetes/int-or-string.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { selectedReplicas } from '../../kubernetes/selected-replicas.ts';

export default defineCheck({
  id: 'pdb-blocks-eviction',
  on: objectsOf(DISRUPTION_BUDGET),
  severity: 'medium',
  reads: [...workloadKinds, ...autoscalerKinds],
  title: 'PodDisruptionBudget allows no eviction',
  why: 'Nodes with such a pod cannot be drained: repairs and security updates of the node wait, or are forced.',
  advice: 'Set maxUnavailable to 1 in place of minAvailable.',
  messages: {
    zero: 'maxUnavailable is {maxUnavailable}: no pod may be evicted',
    all: 'minAvailable is {minAvailable}: no pod may be evicted',
    neither: 'neither maxUnavailable nor minAvailable is set: no pod may be evicted',
    tooMany: 'minAvailable is {minAvailable}, and the pods selected are {replicas}: none may be evicted',
  },
  evaluate(judged, report, { inventory }) {
    const { spec, resource, namespace } = judged;
    const maxUnavailable = intOrString(spec['maxUnavailable']);
    const minAvailable = intOrString(spec['minAvailable']);
    if (maxUnavailable !== undefined && isZero(maxUnavailable)) {
      report.fail('zero', judged.at('spec', 'maxUnavailable'), { maxUnavailable });
    }
    if (minAvailable === undefined) {
      if (maxUnavailable === undefined) report.fail('neither', judged.at('spec', 'maxUnavailable'));
      return;
    }
    // It keeps no pod at all.
    if (isZero(minAvailable)) return;
    const at = judged.at('spec', 'minAvailable');
    if (isWhole(minAvailable)) {
      report.fail('all', at, { minAvailable });
      return;
    }
    const { replicas, missing } = selectedReplicas(budgetSelector(resource), namespace ?? '', inventory);
    const needed = scaledValue(minAvailable, replicas, 'up') ?? 0;
    if (needed < replicas) return;
    // More pods than are seen here would make room for an eviction.
    if (missing !== undefined) report.unknown(missing);
    else if (replicas > 0) report.fail('tooMany', at, { minAvailable, replicas });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a pod may be evicted where none could be',
    edits(edit, _finding, judged) {
      edit.remove(judged.at('spec', 'minAvailable'));
      edit.set(judged.at('spec', 'maxUnavailable'), 1);
    },
  },
});

function isZero(amount: number | string): boolean {
  return amount === 0 || percentOf(String(amount)) === 0;
}

function isWhole(amount: number | string): boolean {
  return (percentOf(String(amount)) ?? 0) >= 100;
}

function budget(lines: string, selector = '{ matchLabels: { app: web } }'): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
${lines}  selector: ${selector}
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`;
}

function deployment(name: string, replicas: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: ${replicas}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`;
}

export const examples: CheckExamples = {
  pass: [
    budget('  maxUnavailable: 1\n'),
    budget('  maxUnavailable: 10%\n'),
    { yaml: budget('  minAvailable: 2\n') + deployment('web', 3), complete: true },
    { yaml: budget('  minAvailable: 2\n') + deployment('web', 1) + deployment('front', 2), complete: true },
    { yaml: budget('  minAvailable: 50%\n') + deployment('web', 2), complete: true },
    { yaml: budget('  minAvailable: 2\n'), complete: true },
    { yaml: budget('  minAvailable: 2\n', 'null') + deployment('web', 1) },
    budget('  minAvailable: 2\n') + deployment('web', 3),
    budget('  minAvailable: 0\n'),
    budget('  minAvailable: 0%\n') + deployment('web', 1),
    { yaml: budget('  minAvailable: 0\n') + deployment('web', 0), complete: true },
    { yaml: budget('  minAvailable: most\n') + deployment('web', 1), complete: true },
  ],
  fail: [
    {
      yaml: budget('  maxUnavailable: 0\n  minAvailable: 100%\n'),
      at: ['7:19', '8:17'],
      message: ['maxUnavailable is 0: no pod may be evicted', 'minAvailable is 100%: no pod may be evicted'],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`,
    },
    {
      yaml: budget('  maxUnavailable: 50%\n  minAvailable: 110%\n'),
      at: '8:17',
      message: 'minAvailable is 110%: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`,
    },
    {
      yaml: budget('  maxUnavailable: null\n'),
      at: '7:19',
      message: 'neither maxUnavailable nor minAvailable is set: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`,
    },
    {
      yaml: budget('  maxUnavailable: 0\n'),
      at: '7:19',
      message: 'maxUnavailable is 0: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`,
    },
    {
      yaml: budget('  maxUnavailable: 0%\n'),
      at: '7:19',
      message: 'maxUnavailable is 0%: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
---
`,
    },
    {
      yaml: budget('  minAvailable: 100%\n'),
      at: '7:17',
      message: 'minAvailable is 100%: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
  maxUnavailable: 1
---
`,
    },
    {
      yaml: budget(''),
      at: '6:1',
      message: 'neither maxUnavailable nor minAvailable is set: no pod may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
  maxUnavailable: 1
---
`,
    },
    {
      yaml: budget('  minAvailable: 2 # of 2\n') + deployment('web', 2),
      complete: true,
      at: '7:17',
      message: 'minAvailable is 2, and the pods selected are 2: none may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
  maxUnavailable: 1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`,
    },
    {
      yaml: budget('  minAvailable: 51%\n') + deployment('web', 2),
      complete: true,
      at: '7:17',
      message: 'minAvailable is 51%, and the pods selected are 2: none may be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  unhealthyPodEvictionPolicy: AlwaysAllow
  maxUnavailable: 1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
---
`,
    },
  ],
  unknown: [
    { yaml: budget('  minAvailable: 2\n'), missing: 'no Pod of "shop" is among the inputs' },
    { yaml: budget('  minAvailable: 2\n') + deployment('web', 2), missing: 'no Pod of "shop" is among the inputs' },
  ],
};
