import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { integer } from '../../core/parameter.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const TAINT = 'node.kubernetes.io/unschedulable';

export default defineCheck({
  id: 'node-cordoned',
  on: objectsOf('Node'),
  severity: 'low',
  parameters: { hours: integer(24) },
  title: 'Node takes no pods',
  why: 'A cordon that was forgotten leaves the cluster with less room than it seems to have.',
  advice: 'Uncordon the node, or drain and remove it.',
  messages: {
    forgotten: 'it has taken no pods for {hours} hours',
    always: 'it takes no pods, and nothing says since when',
  },
  evaluate(judged, report, { parameters, now }) {
    if (judged.spec['unschedulable'] !== true) return;
    const taint = asList(judged.spec['taints'])
      .map(asObject)
      .find(({ key }) => key === TAINT);
    const minutes = minutesSince(taint?.['timeAdded'], now);
    const place = judged.at('spec', 'unschedulable');
    if (minutes === undefined) report.fail('always', place);
    else if (minutes > parameters.hours * 60) report.fail('forgotten', place, { hours: Math.floor(minutes / 60) });
  },
});

function node(spec: string): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
spec:
${spec}`;
}

function tainted(time: string): string {
  return node(`  unschedulable: true
  taints:
    - key: disk
      effect: NoSchedule
    - key: node.kubernetes.io/unschedulable
      effect: NoSchedule
      timeAdded: "${time}"
`);
}

export const examples: CheckExamples = {
  pass: [
    node('  podCIDR: 10.0.0.0/24\n'),
    node('  unschedulable: false\n'),
    tainted('2025-12-31T00:00:00Z'),
    { yaml: tainted('2025-12-30T00:00:00Z'), parameters: { hours: 48 } },
  ],
  fail: [
    { yaml: tainted('2025-12-30T23:59:59Z'), at: '6:18', message: 'it has taken no pods for 24 hours' },
    { yaml: tainted('2025-12-30T23:00:00Z'), at: '6:18', message: 'it has taken no pods for 25 hours' },
    {
      yaml: node('  unschedulable: true\n  taints: []\n'),
      at: '6:18',
      message: 'it takes no pods, and nothing says since when',
    },
  ],
};
