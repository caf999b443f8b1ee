import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { namespaceNameLabel } from '../../kubernetes/control-plane-requests.ts';
import { guardedRequests } from '../../kubernetes/guarded-requests.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { isCalledFor, validatingWebhooks, webhook } from '../../kubernetes/webhook.ts';

export default defineCheck({
  id: 'webhook-opt-out-label',
  on: objectsOf(validatingWebhooks),
  each: webhook,
  severity: 'medium',
  title: 'Label lets objects escape a policy webhook',
  why: 'Whoever writes an object, or may label its namespace, decides whether the policy holds for it.',
  advice: `Select namespaces by ${namespaceNameLabel} alone, and objects by nothing that their authors can change.`,
  messages: {
    object: 'is not called for objects whose labels its objectSelector leaves out',
    namespace: 'is called or not by the label {label} of the namespace',
  },
  evaluate(judged, report) {
    if (!isCalledFor(judged, guardedRequests)) return;
    const { matchLabels, matchExpressions } = asObject(judged.content['objectSelector']);
    if (Object.keys(asObject(matchLabels)).length > 0 || asList(matchExpressions).length > 0) {
      report.fail('object', judged.at('objectSelector'));
    }
    const ofNamespace = asObject(judged.content['namespaceSelector']);
    for (const label of Object.keys(asObject(ofNamespace['matchLabels']))) {
      if (label === namespaceNameLabel) continue;
      report.fail('namespace', judged.at('namespaceSelector', 'matchLabels', label), { label });
    }
    for (const [index, entry] of asList(ofNamespace['matchExpressions']).entries()) {
      const label = asString(asObject(entry)['key']) ?? '';
      if (label === namespaceNameLabel) continue;
      report.fail('namespace', judged.at('namespaceSelector', 'matchExpressions', index, 'key'), { label });
    }
  },
});

function configuration(selectors: string, resource = 'pods'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: guard
webhooks:
  - name: pods.guard.example
    rules:
      - apiGroups: [""]
        apiVersions: [v1]
        resources: [${resource}]
        operations: [CREATE]
    clientConfig:
      url: https://guard.example/review
${selectors}`;
}

const byName = `    namespaceSelector:
      matchLabels:
        kubernetes.io/metadata.name: shop
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [kube-system]
`;

const byLabels = `    namespaceSelector:
      matchLabels:
        guarded: "yes"
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [kube-system]
        - key: guard.example/ignore
          operator: DoesNotExist
`;

export const examples: CheckExamples = {
  pass: [
    configuration(''),
    configuration(byName),
    configuration('    objectSelector: {}\n    namespaceSelector: {}\n'),
    configuration('    objectSelector:\n      matchLabels: {}\n      matchExpressions: []\n'),
    configuration(byLabels, 'configmaps'),
  ],
  fail: [
    {
      yaml: configuration(byLabels),
      at: ['16:18', '21:16'],
      message: [
        'webhook "pods.guard.example" is called or not by the label guarded of the namespace',
        'webhook "pods.guard.example" is called or not by the label guard.example/ignore of the namespace',
      ],
    },
    {
      yaml: configuration('    objectSelector:\n      matchLabels:\n        guarded: "yes"\n'),
      at: '15:7',
      message: 'webhook "pods.guard.example" is not called for objects whose labels its objectSelector leaves out',
    },
    {
      yaml: configuration(
        '    objectSelector:\n      matchExpressions:\n        - {key: guard.example/ignore, operator: DoesNotExist}\n',
      ),
      at: '15:7',
      message: 'webhook "pods.guard.example" is not called for objects whose labels its objectSelector leaves out',
    },
  ],
};
