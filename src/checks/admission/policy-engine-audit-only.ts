import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { formatPath } from '../../core/path.ts';
import { enginePolicy, leniencyOf } from '../../kubernetes/policy-engine.ts';

export default defineCheck({
  id: 'policy-engine-audit-only',
  on: enginePolicy,
  severity: 'low',
  title: 'Policy of an engine refuses nothing',
  why: 'What the policy forbids is written down or warned of, and happens all the same.',
  advice: 'Let the engine enforce the policy, after the objects that break it are mended.',
  messages: { lenient: 'what breaks the policy is reported, not refused' },
  evaluate(judged, report) {
    for (const { field } of leniencyOf(judged.resource)) report.fail('lenient', judged.at(...field));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'requests that break the policy are refused',
    edits(edit, finding, judged) {
      const lenient = leniencyOf(judged.resource).find(({ field }) => isSame(field, finding.at.path));
      edit.set(finding.at, lenient?.enforcing);
    },
  },
});

function isSame(left: readonly (string | number)[], right: readonly (string | number)[]): boolean {
  return formatPath(left) === formatPath(right);
}

function kyverno(spec: string, kind = 'ClusterPolicy'): string {
  return `apiVersion: kyverno.io/v1
kind: ${kind}
metadata:
  name: no-host-network
spec:
${spec}`;
}

function rules(action = '', ...others: readonly string[]): string {
  const one = `    - name: host-network
      validate:
${action}        message: the network of the node is not for pods
`;
  return `  rules:\n${one}${others.join('')}`;
}

const mutate = `  rules:
    - name: pull
      mutate:
        patchStrategicMerge: {}
`;

const images = `  rules:
    - name: signatures
      verifyImages:
        - imageReferences: [registry.example/*]
`;

function validating(actions: string): string {
  return `apiVersion: policies.kyverno.io/v1
kind: ValidatingPolicy
metadata:
  name: no-host-network
spec:
  matchConstraints: {}
${actions}`;
}

function constraint(spec: string): string {
  return `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sHostNetwork
metadata:
  name: no-host-network
spec:
  match: {}
${spec}`;
}

function scoped(action: string): string {
  return `  enforcementAction: scoped
  scopedEnforcementActions:
    - action: ${action}
      enforcementPoints: [{name: validation.gatekeeper.sh}]
`;
}

function kubewarden(mode: string, kind = 'ClusterAdmissionPolicy'): string {
  return `apiVersion: policies.kubewarden.io/v1
kind: ${kind}
metadata:
  name: no-host-network
spec:
  module: registry.example/policies/host-network:1.0.0
${mode}`;
}

const LENIENT = 'what breaks the policy is reported, not refused';

export const examples: CheckExamples = {
  pass: [
    kyverno(rules('        failureAction: Enforce\n')),
    kyverno(`  validationFailureAction: enforce\n${rules()}`),
    kyverno(`  validationFailureAction: Audit\n${rules('        failureAction: Enforce\n')}`),
    kyverno(mutate),
    kyverno(images),
    kyverno(`  validationFailureAction: Audit\n${mutate}`),
    validating('  validationActions: [Audit, Deny]\n'),
    validating(''),
    constraint(''),
    constraint('  enforcementAction: deny\n'),
    constraint(scoped('deny')),
    kubewarden(''),
    kubewarden('  mode: protect\n', 'AdmissionPolicy'),
  ],
  fail: [
    {
      yaml: kyverno(rules(), 'Policy'),
      at: '8:7',
      message: LENIENT,
      fixed: kyverno(rules().replace('for pods\n', 'for pods\n        failureAction: Enforce\n'), 'Policy'),
    },
    {
      yaml: kyverno(`  validationFailureAction: audit
${rules('', '    - name: host-ports\n      validate:\n        failureAction: AUDIT\n', '    - name: host-pid\n      validate: {}\n')}`),
      at: ['6:28', '13:24'],
      message: [LENIENT, LENIENT],
      fixed: kyverno(`  validationFailureAction: Enforce
${rules('', '    - name: host-ports\n      validate:\n        failureAction: Enforce\n', '    - name: host-pid\n      validate: {}\n')}`),
    },
    {
      yaml: kyverno(`  validationFailureAction: Audit\n${images}`),
      at: '6:28',
      message: LENIENT,
      fixed: kyverno(`  validationFailureAction: Enforce\n${images}`),
    },
    {
      yaml: validating('  validationActions: [Audit]\n'),
      at: '7:22',
      message: LENIENT,
      fixed: validating('  validationActions: [Deny]\n'),
    },
    {
      yaml: constraint('  enforcementAction: dryrun\n'),
      at: '7:22',
      message: LENIENT,
      fixed: constraint('  enforcementAction: deny\n'),
    },
    {
      yaml: constraint('  enforcementAction: warn\n'),
      at: '7:22',
      message: LENIENT,
      fixed: constraint('  enforcementAction: deny\n'),
    },
    {
      yaml: constraint(scoped('warn')),
      at: '7:22',
      message: LENIENT,
      fixed: constraint(scoped('warn').replace('scoped\n', 'deny\n')),
    },
    {
      yaml: kubewarden('  mode: monitor\n', 'AdmissionPolicy'),
      at: '7:9',
      message: LENIENT,
      fixed: kubewarden('  mode: protect\n', 'AdmissionPolicy'),
    },
  ],
};
