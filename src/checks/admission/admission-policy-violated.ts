import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import {
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
} from '../../kubernetes/admission-policy.ts';
import { anyObject, type KubernetesObject } from '../../kubernetes/object.ts';
import { judgeCreation, type Objection } from '../../kubernetes/validating-policy/judge.ts';
import { meetsCriteria } from '../../kubernetes/validating-policy/match.ts';
import { parametersOf } from '../../kubernetes/validating-policy/parameters.ts';
import { type BoundPolicy, denyingPolicies } from '../../kubernetes/validating-policy/policies.ts';
import { type Creation, creationOf } from '../../kubernetes/validating-policy/request.ts';

/** No policy is asked about what decides on policies. */
const exempt: readonly string[] = [
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
];

const messages = {
  refused: 'the policy {policy} refuses it: {reason}',
  failed: 'the policy {policy} refuses it, as {expression} fails: {error}',
  parameters: 'the policy {policy} refuses it, as its parameters do not exist',
} as const;

type PolicyReport = Reporter<typeof messages>;

export default defineCheck({
  id: 'admission-policy-violated',
  on: anyObject,
  severity: 'medium',
  reads: [
    validatingAdmissionPolicy,
    validatingAdmissionPolicyBinding,
    'Namespace',
    'apiextensions.k8s.io/CustomResourceDefinition',
    // Parameters are of any kind that a policy names, mostly of this one.
    'ConfigMap',
  ],
  title: 'Object breaks an admission policy of the same cluster',
  why: 'The API server refuses it: it cannot be created again, or it was there before the policy and is what that forbids.',
  advice: 'Change the object so that the policy admits it.',
  messages,
  evaluate(judged, report, { inventory, targetVersion }) {
    const { bound, unclear } = denyingPolicies(inventory);
    if (exempt.includes(judged.kind)) return;
    if (bound.length > 0) {
      const creation = creationOf(judged, inventory, targetVersion);
      for (const denying of bound) judgeBy(denying, creation, report);
    }
    for (const what of unclear) report.unknown({ what });
  },
});

function judgeBy({ policy: asked, binding: by }: BoundPolicy, creation: Creation, report: PolicyReport): void {
  const { object, inventory } = creation;
  for (const criteria of [asked.matchConstraints, asObject(by['matchResources'])]) {
    const meets = meetsCriteria(criteria, object, inventory);
    if (meets.is === 'no') return;
    if (meets.is === 'unknown') {
      for (const what of meets.missing) report.unknown({ what });
      return;
    }
  }
  const { items, isRefusal, missing } = parametersOf(asked, by, object.namespace, inventory);
  if (missing !== undefined) report.unknown({ what: missing });
  if (isRefusal && asked.failsOnError) report.fail('parameters', object.at(), { policy: asked.name });
  for (const params of items) {
    for (const objection of judgeCreation(asked, creation, params)) {
      reportObjection(objection, asked.name, object, report);
    }
  }
}

function reportObjection(objection: Objection, name: string, judged: KubernetesObject, report: PolicyReport): void {
  if (objection.is === 'unknown') report.unknown({ what: objection.missing });
  else if (objection.is === 'refused') {
    const { expression, message } = objection.validation;
    const reason = message ?? `${oneLine(expression.text)} is false`;
    report.fail('refused', judged.at(), { policy: name, reason });
  } else {
    const { expression, error } = objection;
    report.fail('failed', judged.at(), { policy: name, expression: oneLine(expression.text), error });
  }
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: replicas
spec:
  matchConstraints:
    resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
  validations:
    - expression: object.spec.replicas <= 5
      message: five pods are enough
`;

function binding(rest = '', action = 'Deny'): string {
  return `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: everywhere
spec:
  policyName: replicas
  validationActions: [${action}]
${rest}`;
}

function deployment(replicas: string): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;
}

function spec(...lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}

/** The policy with other lines in its spec, and the expression given. */
function policyWith(expression: string, ...lines: readonly string[]): string {
  return `${policy.slice(0, policy.indexOf('  validations'))}${spec(...lines)}  validations:
    - expression: "${expression}"
`;
}

const limits = spec('paramRef: {name: limits, namespace: shop, parameterNotFoundAction: Deny}');
const paramKind = 'paramKind: {apiVersion: v1, kind: ConfigMap}';

const parameters = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: limits
  namespace: shop
data:
  most: "5"
`;

const byParameter = policyWith('object.spec.replicas <= int(params.data.most)', paramKind);

/** Refuses every object, but for policies and their bindings. */
const everything = policyWith('false').replace('apps', "'*'").replace('deployments', "'*'");

function mutating(kind: string): string {
  return `---
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: defaults
spec: {}
`;
}

const REFUSED = 'the policy replicas refuses it: five pods are enough';

export const examples: CheckExamples = {
  pass: [
    policy + binding() + deployment('5'),
    policy + binding('', 'Audit') + deployment('9'),
    policy + deployment('9'),
    policy + binding(spec('matchResources: {objectSelector: {matchLabels: {tier: front}}}')) + deployment('9'),
    policyWith('false', "matchConditions: [{name: big, expression: 'object.spec.replicas > 9'}]") +
      binding() +
      deployment('9'),
    policyWith('object.spec.missing == 1', 'failurePolicy: Ignore') + binding() + deployment('9'),
    {
      yaml: policyWith('true', 'failurePolicy: Ignore', paramKind) + binding(limits) + deployment('9'),
      complete: true,
    },
    byParameter + binding(limits) + parameters + deployment('5'),
    { yaml: byParameter + binding(limits.replace('Deny', 'Allow')) + deployment('9'), complete: true },
    everything + binding() + mutating('MutatingAdmissionPolicy') + mutating('MutatingAdmissionPolicyBinding'),
  ],
  fail: [
    { yaml: policy + binding() + deployment('6'), at: '21:1', message: REFUSED },
    {
      yaml:
        policyWith(
          "variables.most >= object.spec.replicas || request.operation == 'UPDATE'",
          "variables: [{name: most, expression: '5'}]",
        ) +
        binding() +
        deployment('6'),
      at: '21:1',
      message:
        "the policy replicas refuses it: variables.most >= object.spec.replicas || request.operation == 'UPDATE' is false",
    },
    {
      yaml: policyWith('object.spec.missing == 1') + binding() + deployment('1'),
      at: '20:1',
      message: 'the policy replicas refuses it, as object.spec.missing == 1 fails: no such key: missing',
    },
    {
      yaml: byParameter + binding(limits) + parameters + deployment('6'),
      at: '30:1',
      message: 'the policy replicas refuses it: object.spec.replicas <= int(params.data.most) is false',
    },
    {
      yaml: byParameter + binding(limits) + deployment('6'),
      complete: true,
      at: '22:1',
      message: 'the policy replicas refuses it, as its parameters do not exist',
    },
  ],
  unknown: [
    {
      yaml: policyWith("request.userInfo.username == 'ann'") + binding() + deployment('1'),
      missing: 'request.userInfo',
    },
    {
      yaml: policyWith("authorizer.group('').resource('pods').check('create').allowed()") + binding() + deployment('1'),
      missing: 'the function allowed is not evaluated',
    },
    {
      yaml: byParameter + binding(limits) + deployment('1'),
      missing: 'no ConfigMap of "shop" is among the inputs',
    },
    {
      yaml:
        policy + binding(spec('matchResources: {namespaceSelector: {matchLabels: {team: sales}}}')) + deployment('9'),
      missing: 'no Namespace "shop" is among the inputs',
    },
  ],
};
