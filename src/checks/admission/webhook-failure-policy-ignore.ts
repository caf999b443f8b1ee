import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { guardedRequests } from '../../kubernetes/guarded-requests.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { isCalledFor, mutatingWebhooks, validatingWebhooks, webhook } from '../../kubernetes/webhook.ts';

export default defineCheck({
  id: 'webhook-failure-policy-ignore',
  on: objectsOf(validatingWebhooks, mutatingWebhooks),
  each: webhook,
  severity: 'medium',
  parameters: { securityWebhooks: strings() },
  title: 'Webhook that does not answer lets requests pass',
  why: 'Whoever overloads or stops the server behind it gets past the policy, and nobody is told.',
  advice:
    'Set failurePolicy to Fail, run the server in several replicas, and exclude the namespaces that it needs to start.',
  messages: { ignored: 'lets requests pass while its server does not answer' },
  evaluate(judged, report, { parameters }) {
    const { kind } = judged.configuration;
    if (kind === mutatingWebhooks && !parameters.securityWebhooks.includes(judged.name)) return;
    if (judged.stopsOnFailure || !isCalledFor(judged, guardedRequests)) return;
    report.fail('ignored', judged.at('failurePolicy'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'requests that the webhook is called for are refused while its server does not answer',
    edits: (edit, finding) => edit.set(finding.at, 'Fail'),
  },
});

function configuration(webhooks: string, kind = 'ValidatingWebhookConfiguration'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: guard
webhooks:
${webhooks}`;
}

function webhookFor(resource: string, operation: string, failurePolicy = 'failurePolicy: Ignore'): string {
  const [group = '', name = ''] = resource.includes('|') ? resource.split('|') : ['', resource];
  return `  - name: ${name.replace(/\W+/g, '-')}.guard.example
    ${failurePolicy}
    rules:
      - apiGroups: ["${group}"]
        apiVersions: [v1]
        resources: ["${name}"]
        operations: ["${operation}"]
    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [kube-system]
    matchConditions:
      - name: people
        expression: "!request.userInfo.username.startsWith('system:')"
    clientConfig:
      url: https://guard.example/review
`;
}

export const examples: CheckExamples = {
  pass: [
    configuration(webhookFor('pods', 'CREATE', 'failurePolicy: Fail')),
    configuration(webhookFor('pods', 'CREATE', 'sideEffects: None')),
    configuration(webhookFor('pods', 'DELETE') + webhookFor('configmaps', '*') + webhookFor('shop.example|*', '*')),
    configuration(webhookFor('pods', 'CREATE'), 'MutatingWebhookConfiguration'),
    {
      yaml: configuration(webhookFor('pods', 'CREATE'), 'MutatingWebhookConfiguration'),
      parameters: { securityWebhooks: ['services.guard.example'] },
    },
  ],
  fail: [
    {
      yaml: configuration(webhookFor('pods', 'CREATE')),
      at: '7:20',
      message: 'webhook "pods.guard.example" lets requests pass while its server does not answer',
      fixed: configuration(webhookFor('pods', 'CREATE', 'failurePolicy: Fail')),
    },
    {
      yaml: configuration(webhookFor('configmaps', 'CREATE') + webhookFor('pods/exec', 'CONNECT')),
      at: '24:20',
      message: 'webhook "pods-exec.guard.example" lets requests pass while its server does not answer',
      fixed: configuration(
        webhookFor('configmaps', 'CREATE') + webhookFor('pods/exec', 'CONNECT', 'failurePolicy: Fail'),
      ),
    },
    {
      yaml: configuration(webhookFor('pods', '*'), 'MutatingWebhookConfiguration'),
      parameters: { securityWebhooks: ['pods.guard.example'] },
      at: '7:20',
      message: 'webhook "pods.guard.example" lets requests pass while its server does not answer',
      fixed: configuration(webhookFor('pods', '*', 'failurePolicy: Fail'), 'MutatingWebhookConfiguration'),
    },
  ],
};
