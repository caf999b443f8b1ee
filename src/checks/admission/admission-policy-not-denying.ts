import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { denies, validatingAdmissionPolicyBinding } from '../../kubernetes/admission-policy.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'admission-policy-not-denying',
  on: objectsOf(validatingAdmissionPolicyBinding),
  severity: 'low',
  title: 'Binding of an admission policy refuses nothing',
  why: 'What the policy forbids is written down or warned of, and happens all the same.',
  advice: 'Add Deny to validationActions; it cannot stand beside Warn.',
  messages: { lenient: 'what breaks the policy is not refused: validationActions lacks Deny' },
  evaluate(judged, report) {
    if (!denies(judged.resource)) report.fail('lenient', judged.at('spec', 'validationActions'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'requests that break the policy are refused',
    edits(edit, finding, judged) {
      const warn = asList(judged.spec['validationActions']).indexOf('Warn');
      if (warn === -1) edit.append(finding.at, 'Deny');
      else edit.set(judged.at('spec', 'validationActions', warn), 'Deny');
    },
  },
});

function binding(actions: string): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: everywhere
spec:
  policyName: no-host-network
${actions}`;
}

const LENIENT = 'what breaks the policy is not refused: validationActions lacks Deny';

export const examples: CheckExamples = {
  pass: [binding('  validationActions: [Deny]\n'), binding('  validationActions: [Audit, Deny]\n')],
  fail: [
    {
      yaml: binding('  validationActions: [Audit]\n'),
      at: '7:22',
      message: LENIENT,
      fixed: binding('  validationActions: [Audit, Deny]\n'),
    },
    {
      yaml: binding('  validationActions:\n    - Audit\n    - Warn # for now\n'),
      at: '8:5',
      message: LENIENT,
      fixed: binding('  validationActions:\n    - Audit\n    - Deny # for now\n'),
    },
    {
      yaml: binding(''),
      at: '5:1',
      message: LENIENT,
      fixed: binding('  validationActions:\n    - Deny\n'),
    },
  ],
};
