import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { enforceLabel } from '../../kubernetes/pod-security/namespace-labels.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'pod-security-not-restricted',
  on: objectsOf('Namespace'),
  severity: 'low',
  parameters: { systemNamespaces },
  optIn: true,
  title: 'Namespace enforces less than the Pod Security level restricted',
  why: 'Pods may run as root and with privileges that turn a weakness of the kernel into the takeover of a node.',
  advice: 'Enforce restricted, after its pods meet that level.',
  messages: { less: 'the enforced level is {level}, not restricted' },
  evaluate(judged, report, { parameters }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    const level = asString(asObject(judged.metadata['labels'])[enforceLabel]);
    if (level === undefined || level === 'restricted') return;
    report.fail('less', judged.at('metadata', 'labels', enforceLabel), { level });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the API server refuses new pods that do not meet the restricted level',
    edits: (edit, finding) => edit.set(finding.at, 'restricted'),
  },
});

function labelled(level: string, name = 'shop'): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    pod-security.kubernetes.io/enforce: ${level}
`;
}

export const examples: CheckExamples = {
  pass: [
    labelled('restricted'),
    `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/warn: baseline
`,
  ],
  fail: [
    {
      yaml: labelled('baseline'),
      at: '6:41',
      message: 'the enforced level is baseline, not restricted',
      fixed: labelled('restricted'),
    },
    {
      yaml: labelled('Restricted'),
      at: '6:41',
      message: 'the enforced level is Restricted, not restricted',
      fixed: labelled('restricted'),
    },
  ],
  notApplicable: [
    ...systemNamespaces.default.map((name) => labelled('baseline', name)),
    { yaml: labelled('baseline'), parameters: { systemNamespaces: ['shop'] } },
  ],
};
