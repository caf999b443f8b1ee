import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  policyBindings,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
} from '../../kubernetes/admission-policy.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'admission-policy-unbound',
  on: objectsOf(validatingAdmissionPolicy, mutatingAdmissionPolicy),
  severity: 'medium',
  reads: [validatingAdmissionPolicyBinding, mutatingAdmissionPolicyBinding],
  title: 'Admission policy is bound to nothing',
  why: 'Without a binding it is never evaluated, while whoever reads it takes what it forbids for impossible.',
  advice: 'Add a binding that names the policy, or remove the policy.',
  messages: { unbound: 'no binding names the policy, which is never evaluated' },
  evaluate(judged, report, { inventory }) {
    // Policies that the API server reads from its own files may be bound there.
    if (judged.name.endsWith('.static.k8s.io')) return;
    const isValidating = judged.kind === validatingAdmissionPolicy;
    const bindingKind = isValidating ? validatingAdmissionPolicyBinding : mutatingAdmissionPolicyBinding;
    const { byPolicy, missing, unclear } = policyBindings(inventory, bindingKind);
    if (byPolicy.has(judged.name)) return;
    const open = missing ?? unclear[0];
    if (open === undefined) report.fail('unbound', judged.at('metadata', 'name'));
    else report.unknown(open);
  },
});

function policy(kind: string, name = 'no-host-network'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: ${name}
spec:
  matchConstraints:
    resourceRules: []
`;
}

function binding(kind: string, policyName = 'no-host-network'): string {
  return `---
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}Binding
metadata:
  name: everywhere
spec:
  policyName: ${policyName}
`;
}

const validating = 'ValidatingAdmissionPolicy';
const mutating = 'MutatingAdmissionPolicy';

export const examples: CheckExamples = {
  pass: [
    policy(validating) + binding(validating),
    policy(mutating) + binding(mutating),
    policy(validating) + binding(validating, 'other') + binding(validating),
    { yaml: policy(validating, 'guard.static.k8s.io'), complete: true },
  ],
  fail: [
    {
      yaml: policy(validating),
      complete: true,
      at: '4:9',
      message: 'no binding names the policy, which is never evaluated',
    },
    {
      yaml: policy(mutating) + binding(validating) + binding(mutating, 'other'),
      complete: true,
      at: '4:9',
      message: 'no binding names the policy, which is never evaluated',
    },
  ],
  unknown: [
    { yaml: policy(validating), missing: 'no ValidatingAdmissionPolicyBinding is among the inputs' },
    { yaml: policy(mutating), missing: 'no MutatingAdmissionPolicyBinding is among the inputs' },
  ],
};
