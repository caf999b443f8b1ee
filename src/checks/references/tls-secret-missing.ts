import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import { certificateRefsOf, GATEWAY_KIND } from '../../kubernetes/gateway.ts';
import { secretKeys } from '../../kubernetes/held-key.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { findSecret, secretProducers } from '../../kubernetes/produced-secret.ts';

const INGRESS_KIND = 'networking.k8s.io/Ingress';
const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];
const KEYS = ['tls.crt', 'tls.key'];

export default defineCheck({
  id: 'tls-secret-missing',
  on: objectsOf(INGRESS_KIND, GATEWAY_KIND),
  severity: 'medium',
  reads: ['Secret', ...secretProducers],
  title: 'Certificate does not exist',
  why: 'Visitors get a certificate that is not theirs: they learn to click warnings away, or do not come.',
  advice: 'Create the Secret with tls.crt and tls.key, or let cert-manager make it.',
  messages: {
    missing: 'Secret "{secret}" does not exist in "{namespace}"',
    keys: 'Secret "{secret}" has no {key}',
  },
  evaluate(judged, report, { inventory }) {
    if (ISSUERS.some((annotation) => judged.annotations.has(annotation))) return;
    for (const { secret, namespace, at } of certificatesOf(judged)) {
      const lookup = findSecret(secret, namespace, inventory);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('missing', at, { secret, namespace });
      if (lookup.is !== 'found') continue;
      const held = secretKeys(lookup.item.content);
      const key = KEYS.find((one) => !held.has(one));
      if (key !== undefined) report.fail('keys', at, { secret, key });
    }
  },
});

interface Certificate {
  readonly secret: string;
  readonly namespace: string;
  readonly at: Place;
}

/** The Secrets that an Ingress or a Gateway takes certificates from. */
function certificatesOf(judged: KubernetesObject): Certificate[] {
  if (judged.kind === GATEWAY_KIND) {
    return certificateRefsOf(judged.resource)
      .filter(({ group, kind }) => group === '' && kind === 'Secret')
      .map(({ name, namespace, path }) => ({ secret: name, namespace, at: judged.at(...path, 'name') }));
  }
  return asList(judged.spec['tls']).flatMap((entry, index) => {
    const secret = asString(asObject(entry)['secretName']);
    const at = judged.at('spec', 'tls', index, 'secretName');
    return secret ? [{ secret, namespace: judged.namespace ?? '', at }] : [];
  });
}

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  tls:
    - hosts: [shop.example]
    - secretName: tls
`;

function gateway(reference: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  listeners:
    - tls:
        certificateRefs: [${reference}]
`;
}

function secretWith(namespace: string, ...keys: readonly string[]): string {
  return `---
apiVersion: v1
kind: Secret
metadata:
  name: tls
  namespace: ${namespace}
data: {${keys.map((key) => `${key}: ""`).join(', ')}}
`;
}

const certificate = `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: tls
`;

const whole = secretWith('shop', ...KEYS);

export const examples: CheckExamples = {
  pass: [
    `${ingress}${whole}`,
    `${gateway('{name: tls}')}${whole}`,
    `${gateway('{name: tls, namespace: infra}')}${secretWith('infra', ...KEYS)}`,
    { yaml: gateway('{group: shop.example, kind: Secret, name: tls}'), complete: true },
    { yaml: gateway("{group: '', kind: ConfigMap, name: tls}"), complete: true },
    { yaml: `${ingress}${certificate}`, complete: true },
    ...ISSUERS.map((issuer) => ({
      yaml: ingress.replace('spec:', `  annotations:\n    ${issuer}: main\nspec:`),
      complete: true,
    })),
  ],
  fail: [
    { yaml: ingress, complete: true, at: '9:19', message: 'Secret "tls" does not exist in "shop"' },
    {
      yaml: `${ingress}${secretWith('other', ...KEYS)}`,
      complete: true,
      at: '9:19',
      message: 'Secret "tls" does not exist in "shop"',
    },
    { yaml: `${ingress}${secretWith('shop', 'tls.crt')}`, at: '9:19', message: 'Secret "tls" has no tls.key' },
    { yaml: `${ingress}${secretWith('shop', 'tls.key')}`, at: '9:19', message: 'Secret "tls" has no tls.crt' },
    {
      yaml: `${gateway('{name: tls, namespace: infra}')}${whole}`,
      complete: true,
      at: '9:34',
      message: 'Secret "tls" does not exist in "infra"',
    },
  ],
  unknown: [{ yaml: ingress, missing: 'no Secret "shop/tls" is among the inputs' }],
};
