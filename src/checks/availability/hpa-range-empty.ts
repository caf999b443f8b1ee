import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asNumber } from '../../core/json.ts';
import { fewestReplicas, HORIZONTAL_POD_AUTOSCALER } from '../../kubernetes/autoscaler.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'hpa-range-empty',
  on: objectsOf(HORIZONTAL_POD_AUTOSCALER),
  severity: 'low',
  title: 'Autoscaler has no room to scale',
  why: 'The workload stays as large as it is, and a rush of requests, wanted or not, takes it down.',
  advice: 'Set maxReplicas above minReplicas.',
  messages: {
    empty: 'maxReplicas and minReplicas are both {replicas}: the autoscaler never scales',
    inverted: 'maxReplicas is {maximum}, less than minReplicas, which is {minimum}: the API server refuses it',
  },
  evaluate(judged, report) {
    const maximum = asNumber(judged.spec['maxReplicas']);
    const minimum = fewestReplicas(judged.resource);
    if (maximum === undefined || maximum > minimum) return;
    const at = judged.at('spec', 'maxReplicas');
    if (maximum === minimum) report.fail('empty', at, { replicas: minimum });
    else report.fail('inverted', at, { maximum, minimum });
  },
});

function autoscaler(range: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
${range}  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
`;
}

export const examples: CheckExamples = {
  pass: [autoscaler('  maxReplicas: 2\n'), autoscaler('  minReplicas: 2\n  maxReplicas: 3\n'), autoscaler('')],
  fail: [
    {
      yaml: autoscaler('  maxReplicas: 1\n'),
      at: '6:16',
      message: 'maxReplicas and minReplicas are both 1: the autoscaler never scales',
    },
    {
      yaml: autoscaler('  minReplicas: 3\n  maxReplicas: 3\n'),
      at: '7:16',
      message: 'maxReplicas and minReplicas are both 3: the autoscaler never scales',
    },
    {
      yaml: autoscaler('  minReplicas: 3\n  maxReplicas: 2\n'),
      at: '7:16',
      message: 'maxReplicas is 2, less than minReplicas, which is 3: the API server refuses it',
    },
  ],
};
