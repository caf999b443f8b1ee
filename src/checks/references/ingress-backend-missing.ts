import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { backendsOf, type IngressBackend } from '../../kubernetes/ingress-backend.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { hasServicePort } from '../../kubernetes/service.ts';

const messages = {
  service: 'Service "{service}" does not exist in "{namespace}"',
  port: 'Service "{service}" has no port {port}',
  unset: 'the port of Service "{service}" is neither given by number nor by name',
  resource: '{kind} "{name}" does not exist in "{namespace}"',
} as const;

export default defineCheck({
  id: 'ingress-backend-missing',
  on: objectsOf('networking.k8s.io/Ingress'),
  severity: 'medium',
  reads: ['Service'],
  title: 'Ingress leads to a Service that does not exist',
  why: 'Visitors get errors; whoever may create a Service of that name receives what they send, passwords included.',
  advice: 'Name a Service and a port that exist, or remove the path.',
  messages,
  evaluate(judged, report, { inventory }) {
    const { namespace = '', resource } = judged;
    for (const backend of backendsOf(resource)) {
      const { service, port, servicePath, portPath } = backend;
      if (backend.resource !== undefined) judgeResource(backend.resource, backend, judged, report);
      // The controller of AWS reads such a port from an annotation.
      if (service === '' || port === 'use-annotation') continue;
      const lookup = inventory.find('Service', service, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('service', judged.at(...servicePath), { service, namespace });
      if (port === undefined) report.fail('unset', judged.at(...portPath), { service });
      else if (lookup.is === 'found' && !hasServicePort(lookup.item, port)) {
        report.fail('port', judged.at(...portPath), { service, port });
      }
    }
  },
});

function judgeResource(
  reference: NonNullable<IngressBackend['resource']>,
  { path }: IngressBackend,
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
): void {
  const { namespace = '' } = judged;
  const [group, kind = '', name = ''] = [reference['apiGroup'], reference['kind'], reference['name']].map(asString);
  const lookup = judged.findNamed(group ? `${group}/${kind}` : kind, name, namespace);
  if (lookup.is === 'unknown') report.unknown(lookup.missing);
  if (lookup.is === 'absent')
    report.fail('resource', judged.at(...path, 'resource', 'name'), { kind, name, namespace });
}

function ingress(backend: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: ${backend}
`;
}

const service = `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  ports:
    - name: http
      port: 80
      targetPort: 8080
`;

const bucket = `---
apiVersion: shop.example/v1
kind: Bucket
metadata:
  name: images
  namespace: shop
`;

const byNumber = '{service: {name: web, port: {number: 80}}}';
const ofBucket = '{resource: {apiGroup: shop.example, kind: Bucket, name: images}}';
const ofSecret = '{resource: {kind: Secret, name: images}}';

export const examples: CheckExamples = {
  pass: [
    `${ingress(byNumber)}${service}`,
    `${ingress('{service: {name: web, port: {name: http}}}')}${service}`,
    { yaml: ingress('{service: {name: redirect, port: {name: use-annotation}}}'), complete: true },
    `${ingress(ofBucket)}${bucket}`,
    `${ingress(ofSecret)}${bucket.replace('shop.example/v1', 'v1').replace('Bucket', 'Secret')}`,
  ],
  fail: [
    { yaml: ingress(byNumber), complete: true, at: '12:39', message: 'Service "web" does not exist in "shop"' },
    {
      yaml: `${ingress(byNumber)}${service.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '12:39',
      message: 'Service "web" does not exist in "shop"',
    },
    {
      yaml: `${ingress('{service: {name: web, port: {number: 8080}}}')}${service}`,
      at: '12:59',
      message: 'Service "web" has no port 8080',
    },
    {
      yaml: `${ingress('{service: {name: web, port: {name: https}}}')}${service}`,
      at: '12:57',
      message: 'Service "web" has no port https',
    },
    {
      yaml: `${ingress('{service: {name: web}}')}${service}`,
      at: '12:23',
      message: 'the port of Service "web" is neither given by number nor by name',
    },
    {
      yaml: ingress('{serviceName: web, servicePort: 80}').replace('k8s.io/v1', 'k8s.io/v1beta1'),
      complete: true,
      at: '12:36',
      message: 'Service "web" does not exist in "shop"',
    },
    {
      yaml: `${ingress('{serviceName: web, servicePort: 8080}').replace('k8s.io/v1', 'k8s.io/v1beta1')}${service}`,
      at: '12:54',
      message: 'Service "web" has no port 8080',
    },
    { yaml: ingress(ofBucket), complete: true, at: '12:78', message: 'Bucket "images" does not exist in "shop"' },
  ],
  unknown: [
    { yaml: ingress(byNumber), missing: 'no Service "shop/web" is among the inputs' },
    { yaml: ingress(ofBucket), missing: 'no Bucket "shop/images" is among the inputs' },
  ],
};
