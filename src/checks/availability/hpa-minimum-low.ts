import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { integer } from '../../core/parameter.ts';
import { fewestReplicas, HORIZONTAL_POD_AUTOSCALER } from '../../kubernetes/autoscaler.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'hpa-minimum-low',
  on: objectsOf(HORIZONTAL_POD_AUTOSCALER),
  severity: 'low',
  parameters: { minimum: integer(2) },
  title: 'Autoscaler goes down to too few replicas',
  why: 'While the load is low, the loss or the drain of one node takes the service down.',
  advice: 'Set minReplicas to 2 or more.',
  messages: { few: 'the autoscaler may take the replicas down to {replicas}, fewer than {minimum}' },
  evaluate(judged, report, { parameters: { minimum } }) {
    const replicas = fewestReplicas(judged.resource);
    if (replicas >= minimum || (replicas === 0 && scalesToZero(judged))) return;
    report.fail('few', judged.at('spec', 'minReplicas'), { replicas, minimum });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'more pods run while the load is low',
    edits: (edit, finding) => edit.set(finding.at, finding.data['minimum']),
  },
});

/** True if a metric from outside the pods can wake the workload up again. */
function scalesToZero({ spec }: KubernetesObject): boolean {
  return asList(spec['metrics']).some((metric) => {
    const type = asObject(metric)['type'];
    return type === 'External' || type === 'Object';
  });
}

function autoscaler(minReplicas: string, metrics = ''): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
${minReplicas}  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
${metrics}`;
}

const zero = '  minReplicas: 0\n';

const fromOutside = `  metrics:
    - type: External
      external:
        metric:
          name: queue_length
        target:
          type: AverageValue
          averageValue: 10
`;

const ofAnObject = `  metrics:
    - type: Object
      object:
        describedObject:
          kind: Service
          name: web
        metric:
          name: requests
        target:
          type: Value
          value: 100
`;

const ofThePods = `  metrics:
    - type: Pods
      pods:
        metric:
          name: requests
        target:
          type: AverageValue
          averageValue: 10
`;

export const examples: CheckExamples = {
  pass: [
    autoscaler('  minReplicas: 2\n'),
    autoscaler(zero, fromOutside),
    autoscaler(zero, ofAnObject),
    { yaml: autoscaler(''), parameters: { minimum: 1 } },
  ],
  fail: [
    {
      yaml: autoscaler(''),
      at: '5:1',
      message: 'the autoscaler may take the replicas down to 1, fewer than 2',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
`,
    },
    {
      yaml: autoscaler(zero, ofThePods),
      at: '6:16',
      message: 'the autoscaler may take the replicas down to 0, fewer than 2',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  metrics:
    - type: Pods
      pods:
        metric:
          name: requests
        target:
          type: AverageValue
          averageValue: 10
`,
    },
    {
      yaml: autoscaler('  minReplicas: 1 # at night\n', fromOutside),
      parameters: { minimum: 3 },
      at: '6:16',
      message: 'the autoscaler may take the replicas down to 1, fewer than 3',
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 3 # at night
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  metrics:
    - type: External
      external:
        metric:
          name: queue_length
        target:
          type: AverageValue
          averageValue: 10
`,
    },
  ],
};
