import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { fieldCredentials } from '../../kubernetes/field-credential.ts';
import { anyObject } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'secret-in-field',
  on: anyObject,
  severity: 'high',
  title: 'Field holds a credential in clear text',
  why: 'Whoever may read the object, its manifest or a copy of either can use the credential, and logs and metrics show such fields.',
  advice: 'Replace the credential, keep the new one in a Secret or a secret store, and name that here.',
  messages: {
    value: 'field {field} is or holds a literal {kind} of {length} characters',
    key: 'the key of field {field} is or holds a literal {kind} of {length} characters',
  },
  evaluate(judged, report) {
    for (const { field, kind, length, isKey, at, about } of fieldCredentials(judged)) {
      report.fail(isKey ? 'key' : 'value', at, { field, kind, length }).about(about);
    }
  },
});

export const examples: CheckExamples = { pass: [], fail: [] };
