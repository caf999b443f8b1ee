import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { enforceLabel } from '../../kubernetes/pod-security/namespace-labels.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'pod-security-below-baseline',
  on: objectsOf('Namespace'),
  severity: 'medium',
  parameters: { systemNamespaces },
  covers: ['pod-security-not-restricted'],
  title: 'Namespace enforces the Pod Security level privileged',
  why: 'That level forbids nothing: whoever may create pods here can take over the nodes.',
  advice: 'Enforce baseline, and move the few pods that need more into a namespace of their own.',
  messages: { privileged: 'the namespace admits every pod, as the enforced level is privileged' },
  evaluate(judged, report, { parameters }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    if (asObject(judged.metadata['labels'])[enforceLabel] !== 'privileged') return;
    report.fail('privileged', judged.at('metadata', 'labels', enforceLabel));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the API server refuses new pods that do not meet the baseline level',
    edits: (edit, finding) => edit.set(finding.at, 'baseline'),
  },
});

function labelled(level: string, name = 'shop'): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    team: sales
    pod-security.kubernetes.io/enforce: ${level}
`;
}

export const examples: CheckExamples = {
  pass: [
    labelled('baseline'),
    labelled('Privileged'),
    `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/warn: privileged
`,
  ],
  fail: [
    {
      yaml: labelled('privileged'),
      at: '7:41',
      message: 'the namespace admits every pod, as the enforced level is privileged',
      fixed: labelled('baseline'),
    },
  ],
  notApplicable: [
    ...systemNamespaces.default.map((name) => labelled('privileged', name)),
    { yaml: labelled('privileged'), parameters: { systemNamespaces: ['shop'] } },
  ],
};
