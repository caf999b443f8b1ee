import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asString, isObject } from '../../core/json.ts';
import { caBundleState } from '../../kubernetes/ca-bundle.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { mutatingWebhooks, validatingWebhooks } from '../../kubernetes/webhook.ts';
import { type WebhookClient, webhookClientsOf } from '../../kubernetes/webhook-client.ts';

const API_SERVICE = 'apiregistration.k8s.io/APIService';

/** Annotations by which a controller is told to fill in the bundle. */
const injectors = [
  'cert-manager.io/inject-ca-from',
  'cert-manager.io/inject-ca-from-secret',
  'cert-manager.io/inject-apiserver-ca',
  'service.beta.openshift.io/inject-cabundle',
];

const messages = {
  missing: '{client} has no caBundle to tell its server by',
  unreadable: 'the caBundle of {client} holds no certificate',
  expired: 'every certificate in the caBundle of {client} has expired',
  insecure: 'the API server takes any server for that of the API',
  unnamed: 'nothing tells the API server which server is that of the API',
} as const;

export default defineCheck({
  id: 'webhook-ca-bundle-missing',
  on: objectsOf(validatingWebhooks, mutatingWebhooks, API_SERVICE, 'apiextensions.k8s.io/CustomResourceDefinition'),
  severity: 'medium',
  title: 'API server cannot tell the server that it calls',
  why: 'Calls to the server fail, or whoever answers in its place sees and decides what the API server asks it.',
  advice: 'Set caBundle to the certificate of the authority behind the server, or let cert-manager fill it in.',
  messages,
  evaluate(judged, report, { now }) {
    if (judged.kind === API_SERVICE) {
      judgeApiService(judged, report);
      return;
    }
    const isInjected = hasInjector(judged);
    for (const client of webhookClientsOf(judged)) if (!isInjected) judgeClient(client, report, now);
  },
});

function hasInjector({ annotations }: KubernetesObject): boolean {
  return injectors.some((annotation) => annotations.has(annotation));
}

function judgeApiService(judged: KubernetesObject, report: Reporter<typeof messages>): void {
  if (judged.spec['insecureSkipTLSVerify'] === true) {
    report.fail('insecure', judged.at('spec', 'insecureSkipTLSVerify'));
    return;
  }
  if (!isObject(judged.spec['service']) || asString(judged.spec['caBundle']) || hasInjector(judged)) return;
  report.fail('unnamed', judged.at('spec', 'caBundle'));
}

function judgeClient(client: WebhookClient, report: Reporter<typeof messages>, now: number): void {
  const bundle = asString(client.content['caBundle']) || undefined;
  const data = { client: client.title };
  if (bundle === undefined) {
    // The server of an address is told by the authorities that the system trusts.
    if (asString(client.content['url']) === undefined) report.fail('missing', client.at('caBundle'), data);
    return;
  }
  const state = caBundleState(bundle, now);
  if (state !== 'usable') report.fail(state, client.at('caBundle'), data);
}

/** Valid from 2020 until 2120. */
const certificate = [
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSEdNSG9DQVFFd0JRWURLMlZ3TUE4eERUQUxCZ05WQkFNTUJITm9iM0F3SUJjTk1qQXdNVE',
  'F4TURBd01EQXcKV2hnUE1qRXlNREF4TURFd01EQXdNREJhTUE4eERUQUxCZ05WQkFNTUJITm9iM0F3S2pBRkJnTXJaWEFESVFBYQo3blA2M3U4',
  'dE5tajRrNFJBeFhOb0hLM2NvTURSWWt5NHdzVWVmTGJxRURBRkJnTXJaWEFEUVFEMjRWd29Id3kzCjJqWG84QzZYaGFiNlV6S3lYTk4yOW56TX',
  'FoWkpzZVJKOXBVWjNyamZlcGFXMHJpdGdVQ3BkN1oxRVpoUzBydksKNXdHSlQrMTdHNU1NCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K',
].join('');

/** Valid from 2020 until 2025. */
const expiredCertificate = [
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSEVNSGdDQVFFd0JRWURLMlZ3TUE4eERUQUxCZ05WQkFNTUJITm9iM0F3SGhjTk1qQXdNVE',
  'F4TURBd01EQXcKV2hjTk1qVXdNVEF4TURBd01EQXdXakFQTVEwd0N3WURWUVFEREFSemFHOXdNQ293QlFZREsyVndBeUVBTnBXMwo4M3gxc3Zi',
  'c3dOV2tQSXdJTElUZC92NHBSMWkzSnNoaDhDUWViNVF3QlFZREsyVndBMEVBeWU2eC9WOFZTSndoCjRJY2VGK2ZvNFNzQXgrVE81Wm5XeGQwdm',
  'phN3UrNlFkeFZ6cWtZZjdpeUdUd0FzNzdHdTNUWDU4cjY0eGRQRlgKZDlROWthSTdEdz09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K',
].join('');

function configuration(clientConfig: string, annotations = '', kind = 'ValidatingWebhookConfiguration'): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: guard
${annotations}webhooks:
  - name: pods.guard.example
    clientConfig:
${clientConfig}`;
}

const service = `      service:
        name: guard
        namespace: guard
`;

function annotated(annotation: string): string {
  return `  annotations:
    ${annotation}
`;
}

function apiService(spec: string, annotations = ''): string {
  return `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: v1.stock.example
${annotations}spec:
  group: stock.example
${spec}`;
}

const ofService = `  service:
    name: stock
    namespace: shop
`;

function definition(conversion: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.shop.example
spec:
  conversion:
${conversion}`;
}

export const examples: CheckExamples = {
  pass: [
    configuration(`${service}      caBundle: ${certificate}\n`),
    configuration('      url: https://guard.example/review\n'),
    configuration(`      url: https://guard.example/review\n      caBundle: ${certificate}\n`),
    {
      yaml: configuration(`${service}      caBundle: ${expiredCertificate}\n`),
      now: '2024-06-01T00:00:00Z',
    },
    ...injectors.map((annotation) => configuration(service, annotated(`${annotation}: guard/authority`))),
    configuration(`${service}      caBundle: Cg==\n`, annotated('cert-manager.io/inject-ca-from: guard/authority')),
    apiService(''),
    apiService(`${ofService}  caBundle: ${certificate}\n`),
    apiService(ofService, annotated('service.beta.openshift.io/inject-cabundle: "true"')),
    definition('    strategy: None\n'),
    definition(`    strategy: Webhook
    webhook:
      clientConfig:
        service: {name: convert, namespace: shop}
        caBundle: ${certificate}
`),
  ],
  fail: [
    {
      yaml: configuration(service),
      at: '7:5',
      message: 'webhook "pods.guard.example" has no caBundle to tell its server by',
    },
    {
      yaml: configuration(`${service}      caBundle: ""\n`, annotated('team: guard'), 'MutatingWebhookConfiguration'),
      at: '13:17',
      message: 'webhook "pods.guard.example" has no caBundle to tell its server by',
    },
    {
      yaml: configuration(`${service}      caBundle: Cg==\n`),
      at: '11:17',
      message: 'the caBundle of webhook "pods.guard.example" holds no certificate',
    },
    {
      yaml: configuration(`      url: https://guard.example/review\n      caBundle: ${expiredCertificate}\n`),
      at: '9:17',
      message: 'every certificate in the caBundle of webhook "pods.guard.example" has expired',
    },
    {
      yaml: apiService(`${ofService}  insecureSkipTLSVerify: true\n`),
      at: '10:26',
      message: 'the API server takes any server for that of the API',
    },
    {
      yaml: apiService(`${ofService}  insecureSkipTLSVerify: false\n`),
      at: '5:1',
      message: 'nothing tells the API server which server is that of the API',
    },
    {
      yaml: apiService(
        `${ofService}  insecureSkipTLSVerify: true\n`,
        annotated('cert-manager.io/inject-ca-from: guard/authority'),
      ),
      at: '12:26',
      message: 'the API server takes any server for that of the API',
    },
    {
      yaml: definition('    strategy: Webhook\n    webhook:\n      clientConfig:\n        service: {name: convert}\n'),
      at: '9:7',
      message: 'the conversion webhook has no caBundle to tell its server by',
    },
  ],
};
