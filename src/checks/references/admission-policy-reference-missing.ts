import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { kindOf } from '../../kubernetes/kind.ts';
import { selectorText } from '../../kubernetes/label-index.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { labelSelectorMatches } from '../../kubernetes/selector.ts';

const GROUP = 'admissionregistration.k8s.io';
const policyKinds = ['Validating', 'Mutating'].map((name) => `${GROUP}/${name}AdmissionPolicy`);

const messages = {
  policy: '{kind} "{name}" does not exist',
  unset: 'the policy takes parameters, and the binding names none',
  named: 'no {kind} is named "{name}"',
  labelled: 'no {kind} has the labels {labels}',
} as const;

export default defineCheck({
  id: 'admission-policy-reference-missing',
  on: objectsOf(...policyKinds.map((kind) => `${kind}Binding`)),
  severity: 'medium',
  reads: [...policyKinds],
  title: 'Binding of an admission policy names what does not exist',
  why: 'The policy is not enforced, or decides without its parameters: what it should refuse passes, or nothing does.',
  advice: 'Create the policy or the parameters, or correct the binding.',
  messages,
  evaluate(judged, report, { inventory }) {
    const name = asString(judged.spec['policyName']) ?? '';
    const policyKind = judged.kind.replace(/Binding$/, '');
    const lookup = inventory.find(policyKind, name);
    if (lookup.is === 'unknown') report.unknown(lookup.missing);
    if (lookup.is === 'absent') {
      const kind = policyKind.slice(GROUP.length + 1);
      report.fail('policy', judged.at('spec', 'policyName'), { kind, name });
    }
    if (lookup.is === 'found') judgeParameters(lookup.item, judged, report);
  },
});

function judgeParameters(policy: Resource, judged: KubernetesObject, report: Reporter<typeof messages>): void {
  const spec = asObject(policy.content['spec']);
  if (!isObject(spec['paramKind'])) return;
  const { paramRef } = judged.spec;
  const at = judged.at('spec', 'paramRef');
  if (!isObject(paramRef)) {
    report.fail('unset', at);
    return;
  }
  // Where both are so, a missing parameter changes nothing.
  if (paramRef['parameterNotFoundAction'] !== 'Allow' && spec['failurePolicy'] === 'Ignore') return;
  const [apiVersion = '', kind = ''] = [spec['paramKind']['apiVersion'], spec['paramKind']['kind']].map(asString);
  // Without a namespace it is that of the object which is admitted: any one.
  const { items, missing } = judged.selectNamed(kindOf(apiVersion, kind), asString(paramRef['namespace']) || undefined);
  if (items.some((item) => isMeant(item, paramRef))) return;
  const name = asString(paramRef['name']);
  if (missing !== undefined) report.unknown(missing);
  else if (name) report.fail('named', judged.at('spec', 'paramRef', 'name'), { kind, name });
  else {
    const labels = selectorText(paramRef['selector']) || '{}';
    report.fail('labelled', judged.at('spec', 'paramRef', 'selector'), { kind, labels });
  }
}

function isMeant({ name, content }: Resource, paramRef: JsonObject): boolean {
  if (paramRef['name']) return name === paramRef['name'];
  if (!isObject(paramRef['selector'])) return false;
  return labelSelectorMatches(paramRef['selector'], textMap(asObject(content['metadata'])['labels']));
}

function policyOf(kind: string, spec: string): string {
  return `---
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: limits
spec: ${spec}
`;
}

function binding(kind: string, paramRef: string): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}Binding
metadata:
  name: limits
spec:
  policyName: limits
  ${paramRef}
`;
}

const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: limits
  namespace: shop
  labels: {for: policy}
`;

const validating = 'ValidatingAdmissionPolicy';
const plain = policyOf(validating, '{}');
const withParameters = policyOf(validating, '{paramKind: {apiVersion: v1, kind: ConfigMap}}');
const lenient = policyOf(validating, '{paramKind: {apiVersion: v1, kind: ConfigMap}, failurePolicy: Ignore}');
const byName = 'paramRef: {name: limits, namespace: shop, parameterNotFoundAction: Deny}';
const anywhere = 'paramRef: {name: limits, parameterNotFoundAction: Allow}';
const bySelector = 'paramRef: {selector: {matchLabels: {for: policy}}, parameterNotFoundAction: Deny}';

export const examples: CheckExamples = {
  pass: [
    ...['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'].map(
      (kind) => `${binding(kind, 'matchResources: {}')}${policyOf(kind, '{}')}`,
    ),
    `${binding(validating, byName)}${withParameters}${configMap}`,
    `${binding(validating, anywhere)}${withParameters}${configMap}`,
    `${binding(validating, bySelector)}${withParameters}${configMap}`,
    { yaml: `${binding(validating, byName)}${lenient}`, complete: true },
    { yaml: `${binding(validating, byName)}${plain}`, complete: true },
  ],
  fail: [
    {
      yaml: binding(validating, byName),
      complete: true,
      at: '6:15',
      message: 'ValidatingAdmissionPolicy "limits" does not exist',
    },
    {
      yaml: `${binding('MutatingAdmissionPolicy', byName)}${plain}`,
      complete: true,
      at: '6:15',
      message: 'MutatingAdmissionPolicy "limits" does not exist',
    },
    {
      yaml: `${binding(validating, 'matchResources: {}')}${withParameters}`,
      complete: true,
      at: '5:1',
      message: 'the policy takes parameters, and the binding names none',
    },
    {
      yaml: `${binding(validating, byName)}${withParameters}`,
      complete: true,
      at: '7:20',
      message: 'no ConfigMap is named "limits"',
    },
    {
      yaml: `${binding(validating, byName)}${withParameters}${configMap.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '7:20',
      message: 'no ConfigMap is named "limits"',
    },
    {
      yaml: `${binding(validating, anywhere)}${lenient}`,
      complete: true,
      at: '7:20',
      message: 'no ConfigMap is named "limits"',
    },
    {
      yaml: `${binding(validating, bySelector)}${withParameters}${configMap.replace('policy', 'web')}`,
      complete: true,
      at: '7:24',
      message: 'no ConfigMap has the labels for=policy',
    },
    {
      yaml: `${binding(validating, 'paramRef: {}')}${withParameters}${configMap}`,
      complete: true,
      at: '7:3',
      message: 'no ConfigMap has the labels {}',
    },
  ],
  unknown: [
    { yaml: binding(validating, byName), missing: 'no ValidatingAdmissionPolicy "limits" is among the inputs' },
    {
      yaml: `${binding(validating, byName)}${withParameters}`,
      missing: 'no ConfigMap of "shop" is among the inputs',
    },
  ],
};
