import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { enforceLabel } from '../../kubernetes/pod-security/namespace-labels.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'pod-security-label-missing',
  on: objectsOf('Namespace'),
  severity: 'medium',
  parameters: { systemNamespaces },
  title: 'Namespace enforces no Pod Security level',
  why: 'Whoever may create pods here can ask for the host itself: privileged containers, its files, its network.',
  advice:
    'Label the namespace with pod-security.kubernetes.io/enforce: baseline, or restricted where its pods allow it.',
  messages: { missing: 'the namespace has no label pod-security.kubernetes.io/enforce' },
  evaluate(judged, report, { parameters }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    if (asString(asObject(judged.metadata['labels'])[enforceLabel]) !== undefined) return;
    report.fail('missing', judged.at('metadata', 'labels', enforceLabel));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the API server refuses new pods that do not meet the baseline level',
    edits: (edit, finding) => edit.set(finding.at, 'baseline'),
  },
});

const unlabelled = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`;

export const examples: CheckExamples = {
  pass: [
    `${unlabelled}  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
    `${unlabelled}  labels:
    pod-security.kubernetes.io/enforce: privileged
`,
  ],
  fail: [
    {
      yaml: unlabelled,
      at: '3:1',
      message: 'the namespace has no label pod-security.kubernetes.io/enforce',
      fixed: `${unlabelled}  labels:
    pod-security.kubernetes.io/enforce: baseline
`,
    },
    {
      yaml: `${unlabelled}  labels:
    pod-security.kubernetes.io/warn: restricted
`,
      at: '5:3',
      message: 'the namespace has no label pod-security.kubernetes.io/enforce',
      fixed: `${unlabelled}  labels:
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/enforce: baseline
`,
    },
  ],
  notApplicable: [
    ...systemNamespaces.default.map((name) => unlabelled.replace('shop', name)),
    { yaml: unlabelled, parameters: { systemNamespaces: ['shop'] } },
  ],
};
