import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const YOUNGEST_MINUTES = 5;
const badIfTrue: ReadonlySet<string> = new Set(['NetworkUnavailable', 'MemoryPressure', 'DiskPressure', 'PIDPressure']);

export default defineCheck({
  id: 'node-unhealthy',
  on: objectsOf('Node'),
  severity: 'medium',
  title: 'Node is not healthy',
  why: 'Its pods may stop, and those that move away need room elsewhere.',
  advice: 'Look at the kubelet of the node, its disk, memory and network.',
  messages: {
    notReady: 'the node does not say that it is ready',
    condition: 'its condition {type} is {status}',
  },
  evaluate(judged, report, { now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    const age = minutesSince(judged.metadata['creationTimestamp'], now);
    if (age !== undefined && age < YOUNGEST_MINUTES) return;
    const conditions = asList(judged.status['conditions']).map(asObject);
    if (!conditions.some(({ type }) => type === 'Ready')) report.fail('notReady', judged.at('status', 'conditions'));
    for (const [index, condition] of conditions.entries()) {
      const type = asString(condition['type']) ?? '';
      const status = asString(condition['status']) ?? '';
      const isBad = type === 'Ready' ? status !== 'True' : status === 'True' && badIfTrue.has(type);
      if (!isBad && status !== 'Unknown') continue;
      report.fail('condition', judged.at('status', 'conditions', index, 'status'), { type, status });
    }
  },
});

function node(status: string, metadata = '  uid: n1\n  creationTimestamp: "2025-12-31T23:55:00Z"\n'): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
${metadata}status:
  conditions:
${status}`;
}

const ready = '    - {type: Ready, status: "True"}\n';

export const examples: CheckExamples = {
  pass: [
    node(`${ready}    - {type: MemoryPressure, status: "False"}\n    - {type: KernelDeadlock, status: "True"}\n`),
    node('    - {type: Ready, status: "False"}\n', '  uid: n1\n  creationTimestamp: "2025-12-31T23:56:00Z"\n'),
  ],
  fail: [
    {
      yaml: node('    - {type: MemoryPressure, status: "False"}\n'),
      at: '9:5',
      message: 'the node does not say that it is ready',
    },
    { yaml: node('    - {type: Ready, status: "False"}\n'), at: '9:29', message: 'its condition Ready is False' },
    {
      yaml: node(
        `${ready}    - {type: NetworkUnavailable, status: "True"}
    - {type: MemoryPressure, status: "True"}
    - {type: DiskPressure, status: "True"}
    - {type: PIDPressure, status: "True"}
    - {type: KernelDeadlock, status: Unknown}
`,
        '  uid: n1\n',
      ),
      at: ['9:42', '10:38', '11:36', '12:35', '13:38'],
      message: [
        'its condition NetworkUnavailable is True',
        'its condition MemoryPressure is True',
        'its condition DiskPressure is True',
        'its condition PIDPressure is True',
        'its condition KernelDeadlock is Unknown',
      ],
    },
  ],
  notApplicable: [node(ready, '')],
};
