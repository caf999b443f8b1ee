import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  controlPlaneRequests,
  hasControlPlaneCondition,
  leavesOutKubeSystem,
  namespaceNameLabel,
  nodeRequests,
} from '../../kubernetes/control-plane-requests.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { isCalledFor, mutatingWebhooks, validatingWebhooks, webhook } from '../../kubernetes/webhook.ts';

export default defineCheck({
  id: 'webhook-blocks-control-plane',
  on: objectsOf(validatingWebhooks, mutatingWebhooks),
  each: webhook,
  severity: 'medium',
  title: 'Webhook that does not answer stops the control plane',
  why: 'While its server is down the cluster cannot heal: system pods do not start, leases are not renewed, nodes drop out.',
  advice: 'Leave kube-system out by its name, or the users of the control plane by a match condition.',
  messages: {
    namespaces: 'stops what the control plane writes in kube-system while its server does not answer',
    nodes: 'stops what nodes write of themselves while its server does not answer',
  },
  evaluate(judged, report) {
    if (!judged.stopsOnFailure || hasControlPlaneCondition(judged)) return;
    if (isCalledFor(judged, controlPlaneRequests) && !leavesOutKubeSystem(judged)) {
      report.fail('namespaces', judged.at('namespaceSelector', 'matchExpressions'));
    }
    if (isCalledFor(judged, nodeRequests)) report.fail('nodes', judged.at('matchConditions'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the webhook is no longer called for objects in kube-system',
    edits(edit, finding) {
      if (finding.message !== 'namespaces') return;
      edit.append(finding.at, { key: namespaceNameLabel, operator: 'NotIn', values: ['kube-system'] });
    },
  },
});

function configuration(rules: string, rest = '', kind = 'ValidatingWebhookConfiguration'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: guard
webhooks:
  - name: all.guard.example
    clientConfig:
      url: https://guard.example/review
    rules:
${rules}${rest}`;
}

function rule(group: string, resource: string, operation = 'CREATE', scope = ''): string {
  return `      - {apiGroups: ["${group}"], apiVersions: [v1], resources: ["${resource}"], operations: ["${operation}"]${scope}}
`;
}

const withoutKubeSystem = `    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values:
            - kube-system
`;

const onlyPeople = `    matchConditions:
      - name: people
        expression: "!request.userInfo.username.startsWith('system:')"
`;

const NAMESPACES =
  'webhook "all.guard.example" stops what the control plane writes in kube-system while its server does not answer';
const NODES = 'webhook "all.guard.example" stops what nodes write of themselves while its server does not answer';

export const examples: CheckExamples = {
  pass: [
    configuration(rule('', 'pods'), withoutKubeSystem),
    configuration(rule('*', '*', '*'), onlyPeople),
    configuration(rule('*', '*', '*'), '    failurePolicy: Ignore\n'),
    configuration(rule('', 'pods', 'DELETE') + rule('', 'configmaps') + rule('shop.example', '*')),
    configuration(rule('*', '*', '*', ', scope: Namespaced'), withoutKubeSystem),
  ],
  fail: [
    {
      yaml: configuration(rule('', 'services') + rule('', 'pods')),
      at: '6:5',
      message: NAMESPACES,
      fixed: configuration(rule('', 'services') + rule('', 'pods'), withoutKubeSystem),
    },
    {
      yaml: configuration(
        rule('coordination.k8s.io', 'leases', 'UPDATE'),
        `    failurePolicy: Fail
    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [shop]
`,
        'MutatingWebhookConfiguration',
      ),
      at: '14:9',
      message: NAMESPACES,
      fixed: configuration(
        rule('coordination.k8s.io', 'leases', 'UPDATE'),
        `    failurePolicy: Fail
    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [shop]
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values:
            - kube-system
`,
        'MutatingWebhookConfiguration',
      ),
    },
    {
      yaml: configuration(
        rule('*', '*', '*'),
        `${withoutKubeSystem}    matchConditions:\n      - {name: all, expression: "true"}\n`,
      ),
      unfixed: true,
      at: '18:7',
      message: NODES,
    },
    {
      yaml: configuration(rule('', 'nodes/*', 'UPDATE', ', scope: Cluster')),
      unfixed: true,
      at: '6:5',
      message: NODES,
    },
  ],
};
