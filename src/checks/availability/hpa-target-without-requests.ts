import { type CheckExamples, type Context, defineCheck } from '../../core/check.ts';
import { HORIZONTAL_POD_AUTOSCALER } from '../../kubernetes/autoscaler.ts';
import type { Container } from '../../kubernetes/container.ts';
import { hasOwnRequest, hasRequest } from '../../kubernetes/container-resources.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { scaledKinds, scaledWorkload } from '../../kubernetes/scaled-workload.ts';
import { type UtilizationMetric, utilizationMetrics } from '../../kubernetes/utilization-metric.ts';

export default defineCheck({
  id: 'hpa-target-without-requests',
  on: objectsOf(HORIZONTAL_POD_AUTOSCALER),
  severity: 'medium',
  reads: ['LimitRange', ...scaledKinds],
  title: 'Autoscaler measures use against a request that is missing',
  why: 'The autoscaler reports an error and never acts: under load the workload goes down.',
  advice: 'Set the request on every container that counts, or scale on another metric.',
  messages: {
    missing: '{container} of {target} requests no {resource}, against which the autoscaler measures its use',
  },
  evaluate({ resource }, report, context) {
    const metrics = utilizationMetrics(resource);
    if (metrics.length === 0) return;
    const target = scaledWorkload(resource, context.inventory);
    if (target.is !== 'found') {
      report.unknown(target.is === 'unknown' ? target.missing : { what: 'what the autoscaler scales does not exist' });
      return;
    }
    for (const metric of metrics) {
      for (const container of target.item.containers) {
        if (!counts(container, metric) || hasItsRequest(container, metric, context)) continue;
        const at = container.at('resources', 'requests', metric.resource);
        report.fail('missing', at, {
          container: container.part,
          target: target.item.resource.name,
          resource: metric.resource,
        });
      }
    }
  },
});

function counts({ role, name }: Container, metric: UtilizationMetric): boolean {
  if (role !== 'regular' && role !== 'sidecar') return false;
  return metric.container === undefined || metric.container === name;
}

/** The request of the pod as a whole counts for the pod, not for one container. */
function hasItsRequest(container: Container, metric: UtilizationMetric, context: Context): boolean {
  if (metric.container === undefined) return hasRequest(container, metric.resource, context);
  return hasOwnRequest(container, metric.resource, context);
}

function autoscaler(kind: string, metrics = ''): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef: ${kind}
${metrics}---
`;
}

function targetOf(apiVersion: string, kind: string): string {
  return `{ apiVersion: ${apiVersion}, kind: ${kind}, name: web }`;
}

/** A metric of an autoscaler with these lines. */
function metricWith(type: string, source: string, lines: string): string {
  return `  metrics:
    - type: ${type}
      ${source}:
${lines.replaceAll(/^/gm, '        ')}
`;
}

const memory = metricWith(
  'Resource',
  'resource',
  'name: memory\ntarget: { type: Utilization, averageUtilization: 70 }',
);

function ofContainer(name: string): string {
  const lines = `name: cpu\ncontainer: ${name}\ntarget: { type: Utilization, averageUtilization: 70 }`;
  return metricWith('ContainerResource', 'containerResource', lines);
}

function scaled(apiVersion: string, kind: string, web: string, spec = ''): string {
  return `apiVersion: ${apiVersion}
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
${spec}      initContainers:
        - name: migrate
          image: registry.example/migrate:1.4.2
        - name: proxy
          image: registry.example/proxy:1.9.4
          restartPolicy: Always
          resources:
            requests: { cpu: 100m }
      containers:
        - name: web
          image: registry.example/web:1.4.2
          resources: ${web}
`;
}

const deployment = targetOf('apps/v1', 'Deployment');
const podLevel = '      resources: { requests: { cpu: 1 } }\n';

const limitRange = `apiVersion: v1
kind: LimitRange
metadata:
  name: usual
  namespace: shop
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 100m }
---
`;

const scaledTargets = [
  ['v1', 'ReplicationController'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'StatefulSet'],
  ['argoproj.io/v1alpha1', 'Rollout'],
] as const;

export const examples: CheckExamples = {
  pass: [
    ...scaledTargets.map(
      ([apiVersion, kind]) =>
        autoscaler(targetOf(apiVersion, kind)) + scaled(apiVersion, kind, '{ limits: { cpu: 500m } }'),
    ),
    autoscaler(deployment, memory) +
      scaled('apps/v1', 'Deployment', '{}', '      resources: { requests: { memory: 1Gi } }\n'),
    autoscaler(deployment) + scaled('apps/v1', 'Deployment', '{}', podLevel),
    autoscaler(deployment, ofContainer('proxy')) + scaled('apps/v1', 'Deployment', '{}'),
    limitRange + autoscaler(deployment) + scaled('apps/v1', 'Deployment', '{}'),
    autoscaler(
      deployment,
      metricWith('Resource', 'resource', 'name: cpu\ntarget: { type: AverageValue, averageValue: 500m }'),
    ),
  ],
  fail: [
    {
      yaml: autoscaler(deployment) + scaled('apps/v1', 'Deployment', '{ requests: { cpu: 0, memory: 64Mi } }'),
      at: '32:41',
      message: 'container "web" of web requests no cpu, against which the autoscaler measures its use',
    },
    {
      yaml: autoscaler(deployment, memory) + scaled('apps/v1', 'Deployment', '{ limits: { cpu: 500m } }', podLevel),
      at: ['34:13', '38:11'],
      message: [
        'sidecar container "proxy" of web requests no memory, against which the autoscaler measures its use',
        'container "web" of web requests no memory, against which the autoscaler measures its use',
      ],
    },
    {
      yaml: autoscaler(deployment, ofContainer('web')) + scaled('apps/v1', 'Deployment', '{}', podLevel),
      at: '39:11',
      message: 'container "web" of web requests no cpu, against which the autoscaler measures its use',
    },
    {
      yaml: autoscaler(deployment) + scaled('apps/v1', 'Deployment', '{}', podLevel),
      targetVersion: '1.33',
      at: '33:11',
      message: 'container "web" of web requests no cpu, against which the autoscaler measures its use',
    },
  ],
  unknown: [
    { yaml: autoscaler(deployment), missing: 'no Deployment "shop/web" is among the inputs' },
    { yaml: autoscaler(deployment), complete: true, missing: 'what the autoscaler scales does not exist' },
    { yaml: autoscaler(targetOf('shop.example/v1', 'Fleet')), missing: 'which pods Fleet shop/web has' },
  ],
};
