import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { strings } from '../../core/parameter.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'priority-class-missing',
  on: workload,
  severity: 'low',
  optIn: true,
  parameters: { accepted: strings() },
  title: 'Pods have no priority class, or another than is agreed on',
  why: 'When room is short, the scheduler cannot tell what must run from what can wait.',
  advice: 'Set priorityClassName to one of the classes that are agreed on.',
  messages: {
    missing: 'priorityClassName is not set',
    other: 'priorityClassName is "{name}", which is none of the classes agreed on',
  },
  evaluate(judged, report, { parameters: { accepted } }) {
    const name = asString(judged.pod['priorityClassName']) ?? '';
    if (name === '') report.fail('missing', judged.at('priorityClassName'));
    else if (accepted.length > 0 && !accepted.includes(name)) {
      report.fail('other', judged.at('priorityClassName'), { name });
    }
  },
});

function podWith(line: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${line}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

export const examples: CheckExamples = {
  pass: [
    podWith('  priorityClassName: shop-front\n'),
    { yaml: podWith('  priorityClassName: shop-front\n'), parameters: { accepted: ['batch', 'shop-front'] } },
  ],
  fail: [
    { yaml: podWith(''), at: '5:1', message: 'priorityClassName is not set' },
    {
      yaml: podWith('  priorityClassName: ""\n'),
      parameters: { accepted: ['batch'] },
      at: '6:22',
      message: 'priorityClassName is not set',
    },
    {
      yaml: podWith('  priorityClassName: shop-front\n'),
      parameters: { accepted: ['batch'] },
      at: '6:22',
      message: 'priorityClassName is "shop-front", which is none of the classes agreed on',
    },
  ],
};
