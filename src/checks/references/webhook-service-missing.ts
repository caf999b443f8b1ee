import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { calledServicesOf, callingKinds } from '../../kubernetes/called-service.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { ENDPOINT_SLICE_KIND, hasReadyEndpoint } from '../../kubernetes/ready-endpoint.ts';
import { hasServicePort } from '../../kubernetes/service.ts';

export default defineCheck({
  id: 'webhook-service-missing',
  on: objectsOf(...callingKinds),
  severity: 'high',
  reads: ['Service', ENDPOINT_SLICE_KIND],
  title: 'Service that the API server calls does not exist',
  why: 'Requests fail, or pass unchecked where failurePolicy is Ignore; whoever may create the Service decides on them.',
  advice: 'Create the Service and what answers behind it, or remove the configuration.',
  messages: {
    missing: 'Service "{service}" does not exist in "{namespace}"',
    port: 'Service "{service}" of "{namespace}" has no port {port}',
    silent: 'Service "{service}" of "{namespace}" has no endpoint that is ready',
  },
  evaluate(judged, report, { inventory }) {
    for (const { name: service, namespace, port, path } of calledServicesOf(judged.resource)) {
      const lookup = inventory.find('Service', service, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('missing', judged.at(...path, 'name'), { service, namespace });
      if (lookup.is !== 'found') continue;
      if (!hasServicePort(lookup.item, port)) {
        report.fail('port', judged.at(...path, 'port'), { service, namespace, port });
      } else if (isStored(lookup.item)) {
        const isReady = hasReadyEndpoint(lookup.item, inventory);
        if (isReady.is === 'unknown') for (const what of isReady.missing) report.unknown({ what });
        if (isReady.is === 'no') report.fail('silent', judged.at(...path), { service, namespace });
      }
    }
  },
});

const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policy
webhooks:
  - name: policy.shop.example
    failurePolicy: Ignore
    clientConfig:
      service:
        name: policy
        namespace: shop
`;

const apiService = `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: v1.shop.example
spec:
  service:
    name: policy
    namespace: shop
    port: 443
`;

function serviceAt(port: number, uid = ''): string {
  return `---
apiVersion: v1
kind: Service
metadata:
  name: policy
  namespace: shop
${uid}spec:
  ports:
    - port: ${port}
`;
}

const stored = serviceAt(443, '  uid: 5f0c1c0e-0000-4000-8000-000000000001\n');

function slice(isReady: boolean): string {
  return `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: policy-abcde
  namespace: shop
  labels:
    kubernetes.io/service-name: policy
endpoints:
  - addresses: [10.1.0.5]
    conditions: {ready: ${isReady}}
`;
}

export const examples: CheckExamples = {
  pass: [
    { yaml: `${webhook}${serviceAt(443)}`, complete: true },
    `${apiService}${serviceAt(443)}`,
    `${webhook}${stored}${slice(true)}`,
    { yaml: apiService.replace(/service:[^]*/, 'service: null\n'), complete: true },
  ],
  fail: [
    { yaml: webhook, complete: true, at: '10:15', message: 'Service "policy" does not exist in "shop"' },
    { yaml: apiService, complete: true, at: '7:11', message: 'Service "policy" does not exist in "shop"' },
    {
      yaml: `${webhook}${serviceAt(443).replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '10:15',
      message: 'Service "policy" does not exist in "shop"',
    },
    { yaml: `${webhook}${serviceAt(8443)}`, at: '9:7', message: 'Service "policy" of "shop" has no port 443' },
    {
      yaml: `${webhook}${stored}${slice(false)}`,
      complete: true,
      at: '10:9',
      message: 'Service "policy" of "shop" has no endpoint that is ready',
    },
  ],
  unknown: [
    { yaml: webhook, missing: 'no Service "shop/policy" is among the inputs' },
    { yaml: `${webhook}${stored}`, missing: 'no EndpointSlice of "shop" is among the inputs' },
  ],
};
