import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** Annotations by which a controller ends TLS without the Ingress naming a certificate. */
const elsewhere = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'route.openshift.io/termination',
];
const PASS_THROUGH = 'nginx.ingress.kubernetes.io/ssl-passthrough';

export default defineCheck({
  id: 'ingress-tls-missing',
  on: objectsOf('networking.k8s.io/Ingress'),
  severity: 'medium',
  title: 'Ingress serves without TLS',
  why: 'Everyone between client and cluster reads and changes what is sent, passwords and sessions among it.',
  advice: 'Name the hosts with a Secret of type kubernetes.io/tls in spec.tls.',
  messages: {
    none: 'no host of it has TLS',
    host: 'no entry of spec.tls covers the host {host}',
  },
  evaluate(judged, report) {
    const { annotations, spec } = judged;
    if (elsewhere.some((key) => annotations.get(key)) || annotations.get(PASS_THROUGH) === 'true') return;
    const entries = asList(spec['tls']).map(asObject);
    if (entries.length === 0) {
      report.fail('none', judged.at('spec', 'tls'));
      return;
    }
    for (const [index, rule] of asList(spec['rules']).entries()) {
      const host = asString(asObject(rule)['host']) ?? '';
      if (host === '' || entries.some((entry) => covers(entry, host))) continue;
      report.fail('host', judged.at('spec', 'rules', index, 'host'), { host });
    }
  },
});

/** An entry without hosts is for all of them; a wildcard stands for exactly one label. */
function covers(entry: JsonObject, host: string): boolean {
  const hosts = asList(entry['hosts']);
  return hosts.length === 0 || hosts.includes(host) || hosts.includes(`*${host.slice(host.indexOf('.'))}`);
}

function ingress(spec: string, annotation = 'shop.example/team: sales'): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations:
    ${annotation}
spec:
  rules:
    - host: api.shop.example
    - http: {}
${spec}`;
}

export const examples: CheckExamples = {
  pass: [
    ingress('  tls:\n    - hosts: [www.shop.example, api.shop.example]\n'),
    ingress('  tls:\n    - hosts: [www.shop.example]\n    - hosts: ["*.shop.example"]\n'),
    ingress('  tls:\n    - secretName: all\n'),
    ...elsewhere.map((key) => ingress('', `${key}: edge`)),
    ingress('', `${PASS_THROUGH}: "true"`),
  ],
  fail: [
    { yaml: ingress(''), at: '8:1', message: 'no host of it has TLS' },
    { yaml: ingress('  tls: []\n', `${PASS_THROUGH}: "false"`), at: '12:8', message: 'no host of it has TLS' },
    {
      yaml: ingress('  tls:\n    - hosts: ["*.example", shop.example]\n'),
      at: '10:13',
      message: 'no entry of spec.tls covers the host api.shop.example',
    },
  ],
};
