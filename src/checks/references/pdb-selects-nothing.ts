import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isObject } from '../../core/json.ts';
import { isEmptySelector, selectorText } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';

export default defineCheck({
  id: 'pdb-selects-nothing',
  on: objectsOf('policy/PodDisruptionBudget'),
  severity: 'low',
  reads: [...workloadKinds],
  title: 'PodDisruptionBudget selects no pod',
  why: 'The pods that it should keep can all be evicted at once when nodes are emptied.',
  advice: 'Let spec.selector name labels that the pods carry, or remove the budget.',
  messages: {
    absent: 'a budget without a selector protects no pod',
    nothing: 'no pod of "{namespace}" is selected by {selector}',
  },
  evaluate(judged, report, { inventory }) {
    const { spec, namespace = '' } = judged;
    const { selector } = spec;
    const at = judged.at('spec', 'selector');
    if (!isObject(selector)) {
      report.fail('absent', at);
      return;
    }
    const { items, hidden } = judged.pods.select(selector, namespace);
    if (items.length > 0 || isEmptySelector(selector)) return;
    const missing = hidden === undefined ? missingKinds(inventory, workloadKinds, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else report.fail('nothing', at, { namespace, selector: selectorText(selector) });
  },
});

const budget = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  minAvailable: 1
  selector:
    matchExpressions:
      - {key: app, operator: In, values: [web, api]}
`;

const pod = `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [`${budget}${pod}`, { yaml: budget.replace(/selector:[^]*/, 'selector: {}\n'), complete: true }],
  fail: [
    {
      yaml: `${budget}${pod.replace('app: web', 'app: cache')}`,
      complete: true,
      at: '9:5',
      message: 'no pod of "shop" is selected by app In (web, api)',
    },
    {
      yaml: budget.replace(/ {2}selector:[^]*/, ''),
      complete: true,
      at: '6:1',
      message: 'a budget without a selector protects no pod',
    },
  ],
  unknown: [{ yaml: budget, missing: 'no Pod of "shop" is among the inputs' }],
};
