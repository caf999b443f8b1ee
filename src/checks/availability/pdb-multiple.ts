import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Resource } from '../../core/resource.ts';
import { budgetsSelecting, DISRUPTION_BUDGET } from '../../kubernetes/disruption-budget.ts';
import { podLabelsField } from '../../kubernetes/pod-labels.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'pdb-multiple',
  on: workload,
  severity: 'medium',
  reads: [DISRUPTION_BUDGET],
  title: 'Several PodDisruptionBudgets select the same pods',
  why: 'The eviction API answers such pods with an error, so that nodes cannot be drained for repair or upgrade.',
  advice: 'Keep one PodDisruptionBudget for the pods, or narrow the selectors.',
  messages: { several: 'the PodDisruptionBudgets {budgets} all select the pods' },
  evaluate(judged, report, { inventory }) {
    const budgets: Resource[] = [];
    for (const budget of budgetsSelecting(judged, inventory)) budgets.push(budget);
    const { missing } = inventory.select(DISRUPTION_BUDGET, judged.namespace);
    if (budgets.length >= 2) {
      const names = budgets.map(({ name }) => `"${name}"`).toSorted();
      report.fail('several', podLabelsField(judged), { budgets: names.join(', ') });
    } else if (missing !== undefined) report.unknown(missing);
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
    tier: front
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

function budgetWith(name: string, selector: string, namespace = 'shop'): string {
  return `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  maxUnavailable: 1
  selector: ${selector}
`;
}

const web = '{ matchLabels: { app: web } }';

export const examples: CheckExamples = {
  pass: [
    { yaml: pod, complete: true },
    // One budget, written twice.
    { yaml: pod + budgetWith('web', web) + budgetWith('web', web), complete: true },
    {
      yaml:
        pod +
        budgetWith('web', web) +
        budgetWith('api', '{ matchLabels: { app: api } }') +
        budgetWith('web', web, 'warehouse'),
      complete: true,
    },
  ],
  fail: [
    {
      yaml:
        pod +
        budgetWith('web', web) +
        budgetWith('everything', '{}') +
        budgetWith('api', '{ matchLabels: { app: api } }'),
      at: '7:5',
      message: 'the PodDisruptionBudgets "everything", "web" all select the pods',
    },
    {
      yaml:
        pod +
        budgetWith('web', web) +
        budgetWith('front', '{ matchLabels: { tier: front } }') +
        budgetWith('all', '{}'),
      at: '7:5',
      message: 'the PodDisruptionBudgets "all", "front", "web" all select the pods',
    },
  ],
  unknown: [
    { yaml: pod, missing: 'no PodDisruptionBudget of "shop" is among the inputs' },
    {
      yaml: pod + budgetWith('web', web),
      missing: 'perhaps not every PodDisruptionBudget of "shop" is among the inputs',
    },
  ],
};
