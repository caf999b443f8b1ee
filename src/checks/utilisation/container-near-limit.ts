import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { integer, text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { limitOf } from '../../kubernetes/container-resources.ts';
import { isMeasured, POD_METRICS, usageInPod } from '../../kubernetes/measured-usage.ts';
import { isStored } from '../../kubernetes/object.ts';
import { formatQuantity } from '../../kubernetes/quantity.ts';
import { isAboveShare, largestQuantity, percentOfQuantity, readableAmount } from '../../kubernetes/quantity-share.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'container-near-limit',
  on: workloadsOnly('Pod'),
  each: container,
  severity: 'medium',
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(90), window: text('7d') },
  reads: [POD_METRICS],
  title: 'Container is close to its limit',
  why: 'A little more load, wanted or not, has it killed for its memory or slowed down to a crawl.',
  advice: 'Raise the limit, spread the load over more replicas, or find what grows.',
  messages: { near: 'uses {used} of {resource} in one sample, {share} % of its limit of {limit}' },
  evaluate(judged, report, { parameters, inventory }) {
    const pod = judged.workload.resource;
    if (!isMeasured(judged) || !isStored(pod) || hasEnded(pod.content['status'])) {
      report.notApplicable();
      return;
    }
    for (const resource of ['cpu', 'memory'] as const) {
      const limit = limitOf(judged, resource);
      if (limit === undefined) continue;
      const usage = usageInPod(judged.name, pod, resource, inventory);
      if (usage.is === 'unknown') {
        report.unknown(usage.missing);
        continue;
      }
      const used = largestQuantity(usage.samples);
      if (!isAboveShare(used, parameters.percent, limit)) continue;
      report.fail('near', judged.at('resources', 'limits', resource), {
        resource,
        used: readableAmount(used, resource),
        share: percentOfQuantity(used, limit),
        limit: formatQuantity(limit),
      });
    }
  },
});

/** A pod that has come to its end uses nothing. */
function hasEnded(status: unknown): boolean {
  const { phase } = asObject(status);
  return phase === 'Succeeded' || phase === 'Failed';
}

function podWith(limits: string, phase = 'Running'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  uid: p1
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources: { limits: { cpu: 1m } }
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources: { limits: ${limits} }
status:
  phase: ${phase}
`;
}

function sample(cpu: string, memory: string): string {
  return `---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: web
  namespace: shop
containers:
  - name: proxy
    usage: { cpu: 2, memory: 2Gi }
  - name: web
    usage: { cpu: ${cpu}, memory: ${memory} }
`;
}

const limits = '{ cpu: 500m, memory: 100Mi }';

export const examples: CheckExamples = {
  pass: [
    podWith(limits) + sample('450m', '90Mi'),
    { yaml: podWith(limits) + sample('500m', '100Mi'), parameters: { percent: 100 } },
    podWith('{}'),
    podWith('{}') + sample('3', '3Gi'),
  ],
  fail: [
    {
      yaml: podWith(limits) + sample('450000001n', '92161Ki'),
      at: ['15:35', '15:49'],
      message: [
        'container "web" uses 451m of cpu in one sample, 90 % of its limit of 500m',
        'container "web" uses 91Mi of memory in one sample, 90 % of its limit of 100Mi',
      ],
    },
    {
      yaml: podWith('{ memory: 1Gi }') + sample('3', '1Gi'),
      at: '15:38',
      message: 'container "web" uses 1Gi of memory in one sample, 100 % of its limit of 1Gi',
    },
  ],
  unknown: [
    { yaml: podWith(limits), missing: 'no PodMetrics "shop/web" is among the inputs' },
    {
      yaml: podWith(limits),
      complete: true,
      missing: 'no sample of container "web" of Pod shop/web is among the inputs',
    },
  ],
  notApplicable: [
    podWith(limits).replace('  uid: p1\n', '') + sample('1', '1Gi'),
    podWith(limits, 'Succeeded') + sample('1', '1Gi'),
    podWith(limits, 'Failed') + sample('1', '1Gi'),
  ],
};
