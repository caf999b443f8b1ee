import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { known, type Truth, unknown, yes } from '../../core/truth.ts';
import { objectsOf } from '../../kubernetes/object.ts';

const CERTIFICATE = 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert';
const HTTPS_PORT = 443;
const encrypted = ['https', 'tls', 'kubernetes.io/wss'];

export default defineCheck({
  id: 'load-balancer-tls-missing',
  on: objectsOf('Service'),
  severity: 'low',
  reads: ['Node'],
  title: 'Load balancer passes port 443 without TLS',
  why: 'Clients take the port for encrypted, and nothing shows that anybody encrypts.',
  advice: 'Give the load balancer a certificate, or say by appProtocol that the pods end TLS.',
  messages: { plain: 'nothing ends TLS at port 443' },
  evaluate(judged, report, { inventory, provider }) {
    if (judged.spec['type'] !== 'LoadBalancer' || judged.annotations.has(CERTIFICATE)) return;
    const ports = asList(judged.spec['ports']).map(asObject);
    const index = ports.findIndex((port) => port['port'] === HTTPS_PORT && !isEncrypted(port));
    if (index === -1) return;
    const aws = isOnAws(inventory, provider);
    if (aws.is === 'no') report.notApplicable();
    else if (aws.is === 'unknown') for (const what of aws.missing) report.unknown({ what, hint: 'pass --provider' });
    else report.fail('plain', judged.at('spec', 'ports', index));
  },
});

function isEncrypted({ appProtocol, targetPort }: JsonObject): boolean {
  return encrypted.includes(asString(appProtocol) ?? '') || /https|tls/.test(asString(targetPort) ?? '');
}

/** Nodes say by their providerID where they run. */
function isOnAws(inventory: Inventory, provider: string | undefined): Truth {
  if (provider !== undefined) return known(provider === 'aws');
  const ids = inventory.select('Node').items.flatMap(({ content }) => {
    return asString(asObject(content['spec'])['providerID']) ?? [];
  });
  if (ids.some((id) => id.startsWith('aws:'))) return yes;
  return ids.length > 0 ? known(false) : unknown('which cloud the cluster runs in');
}

function service(port: string, annotation = 'shop.example/team: sales', type = 'LoadBalancer'): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  annotations: {${annotation}}
spec:
  type: ${type}
  ports:
    - {port: 80}
    - ${port}
`;
}

function node(id: string): string {
  return `---
apiVersion: v1
kind: Node
metadata:
  name: one
spec:
  podCIDR: 10.0.0.0/24
  ${id}
`;
}

const plain = service('{port: 443, targetPort: 8443}');

export const examples: CheckExamples = {
  pass: [
    service('{port: 8443}'),
    service('{port: 443, appProtocol: https}'),
    service('{port: 443, appProtocol: tls}'),
    service('{port: 443, appProtocol: kubernetes.io/wss}'),
    service('{port: 443, targetPort: web-https}'),
    service('{port: 443, targetPort: tls}'),
    service('{port: 443}', `${CERTIFICATE}: arn`),
    service('{port: 443}', 'a: b', 'ClusterIP'),
  ].map((yaml) => ({ yaml, provider: 'aws' })),
  fail: [
    { yaml: plain, provider: 'aws', at: '11:7', message: 'nothing ends TLS at port 443' },
    {
      yaml: plain + node('providerID: aws:///eu-west-1a/i-0'),
      at: '11:7',
      message: 'nothing ends TLS at port 443',
    },
  ],
  unknown: [
    { yaml: plain, missing: 'which cloud the cluster runs in' },
    { yaml: plain + node('unschedulable: false'), missing: 'which cloud the cluster runs in' },
  ],
  notApplicable: [{ yaml: plain, provider: 'gcp' }, plain + node('providerID: gce://shop/one')],
};
