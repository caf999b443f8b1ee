import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'secret-env-reference',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Secret is passed in the environment',
  why: 'Child processes inherit the environment, and crash reports and debug pages print it; a changed Secret is not seen.',
  advice: 'Mount the Secret as a volume and read the file.',
  messages: {
    key: 'takes variable "{name}" from Secret "{secret}"',
    whole: 'takes every key of Secret "{secret}" as a variable',
  },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.content['env']).entries()) {
      const { name, valueFrom } = asObject(entry);
      const reference = asObject(valueFrom)['secretKeyRef'];
      if (reference === undefined || reference === null) continue;
      const secret = asString(asObject(reference)['name']) ?? '';
      report.fail('key', judged.at('env', index, 'valueFrom', 'secretKeyRef'), { name: asString(name) ?? '', secret });
    }
    for (const [index, entry] of asList(judged.content['envFrom']).entries()) {
      const reference = asObject(entry)['secretRef'];
      if (reference === undefined || reference === null) continue;
      const secret = asString(asObject(reference)['name']) ?? '';
      report.fail('whole', judged.at('envFrom', index, 'secretRef'), { secret });
    }
  },
});

/** A pod whose container has these fields. */
function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
${fields.replaceAll(/^/gm, '      ')}
`;
}

export const examples: CheckExamples = {
  pass: [
    podWith(`env:
  - name: LEVEL
    value: debug
  - name: NODE
    valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
  - name: WORD
    valueFrom: {fileKeyRef: {volumeName: db, path: word, key: WORD}}
  - name: EMPTY
    valueFrom: {secretKeyRef: null}
envFrom:
  - configMapRef: {name: settings}
  - secretRef: null
volumeMounts:
  - {name: db, mountPath: /etc/db}`),
  ],
  fail: [
    {
      yaml: podWith(`env:
  - name: DB_PASSWORD
    valueFrom:
      secretKeyRef:
        name: db
        key: password
envFrom:
  - secretRef:
      name: web`),
      at: ['13:15', '17:13'],
      message: [
        'container "web" takes variable "DB_PASSWORD" from Secret "db"',
        'container "web" takes every key of Secret "web" as a variable',
      ],
    },
    {
      yaml: podWith(`env:
  - valueFrom: {secretKeyRef: {key: password}}
envFrom:
  - secretRef: {}`),
      at: ['10:37', '12:22'],
      message: [
        'container "web" takes variable "" from Secret ""',
        'container "web" takes every key of Secret "" as a variable',
      ],
    },
  ],
};
