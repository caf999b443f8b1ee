import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { integer, text } from '../../core/parameter.ts';
import { NODE_METRICS, usageOfNode } from '../../kubernetes/measured-usage.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { quantityOf } from '../../kubernetes/quantity.ts';
import { isAboveShare, largestQuantity, percentOfQuantity, readableAmount } from '../../kubernetes/quantity-share.ts';

export default defineCheck({
  id: 'node-utilisation-high',
  on: objectsOf('Node'),
  severity: 'medium',
  // The window is that of a time series; without one there is a single sample.
  parameters: { percent: integer(80), window: text('7d') },
  reads: [NODE_METRICS],
  title: 'Node has little room left',
  why: 'A little more load, or the pods of a node that fails, make it evict pods or answer too late.',
  advice: 'Add nodes, or move and trim what runs on this one.',
  messages: { high: 'the node uses {used} of {resource} in one sample, {share} % of what pods can have' },
  evaluate(judged, report, { parameters, inventory }) {
    for (const resource of ['cpu', 'memory'] as const) {
      const allocatable = quantityOf(asObject(judged.status['allocatable'])[resource]);
      const usage = usageOfNode(judged.resource, resource, inventory);
      if (allocatable === undefined) report.unknown({ what: `how much ${resource} pods can have of the node` });
      else if (usage.is === 'unknown') report.unknown(usage.missing);
      else {
        const used = largestQuantity(usage.samples);
        if (!isAboveShare(used, parameters.percent, allocatable)) continue;
        const data = { resource, used: readableAmount(used, resource), share: percentOfQuantity(used, allocatable) };
        report.fail('high', judged.at('status', 'allocatable', resource), data);
      }
    }
  },
});

function node(status = 'allocatable: { cpu: 2, memory: 4Gi }'): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: node-1
status:
  ${status}
`;
}

function sample(cpu: string, memory: string): string {
  return `---
apiVersion: metrics.k8s.io/v1beta1
kind: NodeMetrics
metadata:
  name: node-1
usage: { cpu: ${cpu}, memory: ${memory} }
`;
}

export const examples: CheckExamples = {
  pass: [node() + sample('1600m', '1Gi'), { yaml: node() + sample('2', '4Gi'), parameters: { percent: 100 } }],
  fail: [
    {
      yaml: node() + sample('1600000001n', '3.5Gi'),
      at: ['6:23', '6:34'],
      message: [
        'the node uses 1601m of cpu in one sample, 80 % of what pods can have',
        'the node uses 3584Mi of memory in one sample, 87 % of what pods can have',
      ],
    },
    {
      yaml: node() + sample('100m', '4000Mi'),
      at: '6:34',
      message: 'the node uses 4000Mi of memory in one sample, 97 % of what pods can have',
    },
  ],
  unknown: [
    { yaml: node(), missing: 'no NodeMetrics "node-1" is among the inputs' },
    { yaml: node(), complete: true, missing: 'no sample of Node node-1 is among the inputs' },
    { yaml: node('phase: ""') + sample('1', '1Gi'), missing: 'how much cpu pods can have of the node' },
  ],
};
