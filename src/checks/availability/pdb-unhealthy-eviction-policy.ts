import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { DISRUPTION_BUDGET } from '../../kubernetes/disruption-budget.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'pdb-unhealthy-eviction-policy',
  on: objectsOf(DISRUPTION_BUDGET),
  severity: 'low',
  title: 'PodDisruptionBudget protects pods that are broken',
  why: 'Pods that crash keep their node from being drained, so that a broken workload holds up its repair.',
  advice: 'Set unhealthyPodEvictionPolicy to AlwaysAllow.',
  messages: { protected: 'pods that are not healthy may not always be evicted' },
  evaluate(judged, report) {
    const policy = asString(judged.spec['unhealthyPodEvictionPolicy']) || 'IfHealthyBudget';
    if (policy === 'IfHealthyBudget') report.fail('protected', judged.at('spec', 'unhealthyPodEvictionPolicy'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods that are not ready yet may be evicted while they start',
    edits: (edit, finding) => edit.set(finding.at, 'AlwaysAllow'),
  },
});

function budget(policy: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
${policy}`;
}

export const examples: CheckExamples = {
  pass: [budget('  unhealthyPodEvictionPolicy: AlwaysAllow\n')],
  fail: [
    {
      yaml: budget(''),
      at: '5:1',
      message: 'pods that are not healthy may not always be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
  unhealthyPodEvictionPolicy: AlwaysAllow
`,
    },
    {
      yaml: budget('  unhealthyPodEvictionPolicy: IfHealthyBudget\n'),
      at: '10:31',
      message: 'pods that are not healthy may not always be evicted',
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
  unhealthyPodEvictionPolicy: AlwaysAllow
`,
    },
  ],
};
