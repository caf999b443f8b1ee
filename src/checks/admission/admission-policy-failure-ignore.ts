import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { mutatingAdmissionPolicy, validatingAdmissionPolicy } from '../../kubernetes/admission-policy.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'admission-policy-failure-ignore',
  on: objectsOf(validatingAdmissionPolicy, mutatingAdmissionPolicy),
  severity: 'low',
  title: 'Admission policy that fails lets requests pass',
  why: 'Whoever writes an object that an expression stumbles over, by a missing field or by its sheer size, gets past it.',
  advice: 'Set failurePolicy to Fail, and test for optional fields with has() or .?.',
  messages: { ignored: 'requests pass where an expression of the policy cannot be evaluated' },
  evaluate(judged, report) {
    if (judged.spec['failurePolicy'] === 'Ignore') report.fail('ignored', judged.at('spec', 'failurePolicy'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'requests are refused where an expression of the policy cannot be evaluated',
    edits: (edit, finding) => edit.set(finding.at, 'Fail'),
  },
});

function policy(failurePolicy: string, kind = 'ValidatingAdmissionPolicy'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: no-host-network
spec:
  ${failurePolicy}
  matchConstraints:
    resourceRules: []
`;
}

export const examples: CheckExamples = {
  pass: [policy('failurePolicy: Fail'), policy('paramKind: null')],
  fail: [
    {
      yaml: policy('failurePolicy: Ignore'),
      at: '6:18',
      message: 'requests pass where an expression of the policy cannot be evaluated',
      fixed: policy('failurePolicy: Fail'),
    },
    {
      yaml: policy('failurePolicy: Ignore', 'MutatingAdmissionPolicy'),
      at: '6:18',
      message: 'requests pass where an expression of the policy cannot be evaluated',
      fixed: policy('failurePolicy: Fail', 'MutatingAdmissionPolicy'),
    },
  ],
};
