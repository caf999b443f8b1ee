import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'ephemeral-debug-container',
  on: objectsOf('Pod'),
  severity: 'low',
  title: 'Pod holds a debug container',
  why: 'A debug container cannot be taken out again: its tools stay beside the process, ready for whoever gets in.',
  advice: 'Delete the pod once the debugging is over, so that its controller makes a clean one.',
  messages: { present: 'ephemeral container "{name}" was added to the running pod' },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.spec['ephemeralContainers']).entries()) {
      const name = asString(asObject(entry)['name']) ?? '';
      report.fail('present', judged.at('spec', 'ephemeralContainers', index), { name });
    }
  },
});

function pod(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${fields}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

export const examples: CheckExamples = {
  pass: [pod(''), pod('  ephemeralContainers: []\n')],
  fail: [
    {
      yaml: pod('  ephemeralContainers:\n    - name: shell\n      image: registry.example/tools:2\n'),
      at: '8:7',
      message: 'ephemeral container "shell" was added to the running pod',
    },
  ],
};
