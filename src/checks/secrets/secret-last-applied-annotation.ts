import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { lastApplied, lastAppliedHoldsValues } from '../../kubernetes/secret-data.ts';

export default defineCheck({
  id: 'secret-last-applied-annotation',
  on: objectsOf('Secret'),
  severity: 'low',
  title: 'Annotation holds a copy of a Secret',
  why: 'Clients, logs and metrics that see the metadata alone, and hide the data of Secrets, show the values all the same.',
  advice: 'Remove the annotation, and apply Secrets with kubectl apply --server-side.',
  messages: { copy: 'the annotation in which kubectl keeps the applied object holds the values' },
  evaluate(judged, report) {
    if (!lastAppliedHoldsValues(judged)) return;
    report.fail('copy', judged.at('metadata', 'annotations', lastApplied));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the next kubectl apply does not know which keys it once set, and leaves them in place',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

/** A Secret with this annotation; without any if it is undefined. */
function secret(annotation?: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: db
  annotations:
    team: sales${annotation === undefined ? '' : `\n    ${lastApplied}: '${annotation}'`}
data:
  password: aHVudGVyMg==
`;
}

export const examples: CheckExamples = {
  pass: [
    secret(),
    secret('{"kind":"Secret","type":"Opaque"}'),
    secret('{"kind":"Secret","data":{"password":""},"stringData":{}}'),
    secret('{"kind":"Secret","data":{"password":"***","other":"REDACTED","number":1}}'),
    secret('{"kind":"Secret","data":{"password":"<base64 of the password>"}}'),
    secret('{"kind":"Secret","data":'),
  ],
  fail: [
    {
      yaml: secret('{"kind":"Secret","data":{"empty":"","password":"aHVudGVyMg=="}}'),
      at: '7:55',
      message: 'the annotation in which kubectl keeps the applied object holds the values',
      fixed: secret(),
    },
    {
      yaml: secret('{"kind":"Secret","stringData":{"password":"hunter2"}}'),
      at: '7:55',
      message: 'the annotation in which kubectl keeps the applied object holds the values',
      fixed: secret(),
    },
  ],
};
