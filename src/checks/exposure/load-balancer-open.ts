import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import { isEverything } from '../../kubernetes/address-range.ts';
import { isInternalLoadBalancer } from '../../kubernetes/exposure/internal-load-balancer.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

export default defineCheck({
  id: 'load-balancer-open',
  on: objectsOf('Service'),
  severity: 'medium',
  title: 'Load balancer is open to every address',
  why: 'The whole internet may try what the pods answer, as soon as they have a fault.',
  advice:
    'Name the ranges that may connect in loadBalancerSourceRanges, or make it internal; accept a public front door.',
  messages: {
    unset: 'no source range limits who may connect',
    everything: 'the source range {range} is every address',
  },
  evaluate(judged, report) {
    const { spec, annotations } = judged;
    if (spec['type'] !== 'LoadBalancer' || isInternalLoadBalancer(annotations, spec)) return;
    const { ranges, field } = rangesOf(judged);
    if (ranges.length === 0) report.fail('unset', judged.at('spec', 'loadBalancerSourceRanges'));
    const open = ranges.find(isEverything);
    if (open !== undefined) report.fail('everything', field, { range: open });
  },
});

/** The ranges of a Service and the field that holds them: the annotation counts only where the list is empty. */
function rangesOf(judged: KubernetesObject): { readonly ranges: readonly string[]; readonly field: Place } {
  const listed = asList(judged.spec['loadBalancerSourceRanges']).map(String);
  if (listed.length > 0) return { ranges: cleaned(listed), field: judged.at('spec', 'loadBalancerSourceRanges') };
  const annotated = (judged.annotations.get(RANGES) ?? '').split(',');
  return { ranges: cleaned(annotated), field: judged.at('metadata', 'annotations', RANGES) };
}

function cleaned(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function service(spec: string, annotation = 'shop.example/team: sales'): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  annotations:
    ${annotation}
spec:
${spec}`;
}

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const open = '  type: LoadBalancer\n';

export const examples: CheckExamples = {
  pass: [
    service('  type: ClusterIP\n'),
    service(`${open}  loadBalancerSourceRanges: [192.0.2.0/24]\n`),
    service(open, `${RANGES}: "192.0.2.0/24, 198.51.100.0/24"`),
    service(open, `${AWS}scheme: internal`),
    service(open, `${AWS}type: external`),
    service(open, `${AWS}type: nlb-ip`),
    service(`${open}  loadBalancerClass: service.k8s.aws/nlb\n`),
  ],
  fail: [
    { yaml: service(open), at: '8:1', message: 'no source range limits who may connect' },
    {
      yaml: service(open, `${AWS}type: external\n    ${AWS}scheme: internet-facing`),
      at: '9:1',
      message: 'no source range limits who may connect',
    },
    { yaml: service(open, `${AWS}type: nlb`), at: '8:1', message: 'no source range limits who may connect' },
    { yaml: service(open, `${RANGES}: " , "`), at: '8:1', message: 'no source range limits who may connect' },
    {
      yaml: service(`${open}  loadBalancerSourceRanges:\n    - 192.0.2.0/24\n    - 0.0.0.0/0\n`),
      at: '11:5',
      message: 'the source range 0.0.0.0/0 is every address',
    },
    {
      yaml: service(open, `${RANGES}: "192.0.2.0/24, ::/0"`),
      at: '7:61',
      message: 'the source range ::/0 is every address',
    },
  ],
};
