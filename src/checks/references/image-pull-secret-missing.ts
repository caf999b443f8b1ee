import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { findSecret, secretProducers } from '../../kubernetes/produced-secret.ts';
import { workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const TYPES = ['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'];

export default defineCheck({
  id: 'image-pull-secret-missing',
  on: workloadsAnd('ServiceAccount'),
  severity: 'medium',
  reads: ['Secret', ...secretProducers],
  title: 'Image pull secret does not exist',
  why: 'Images of a private registry cannot be pulled: on a new node, or after the image is gone, the pods do not start.',
  advice: 'Create the Secret with type kubernetes.io/dockerconfigjson in the namespace.',
  messages: {
    missing: 'Secret "{secret}" does not exist in "{namespace}"',
    type: 'Secret "{secret}" is of no type that image pulls understand',
  },
  evaluate(judged, report, { inventory }) {
    const { workload, namespace, resource } = judged;
    const secrets = workload === undefined ? resource.content['imagePullSecrets'] : workload.pod['imagePullSecrets'];
    for (const [index, entry] of asList(secrets).entries()) {
      const secret = asString(asObject(entry)['name']);
      if (!secret) continue;
      const at = (workload ?? judged).at('imagePullSecrets', index, 'name');
      const lookup = findSecret(secret, namespace, inventory);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('missing', at, { secret, namespace });
      if (lookup.is !== 'found' || TYPES.includes(asString(lookup.item.content['type']) ?? '')) continue;
      report.fail('type', at, { secret });
    }
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  imagePullSecrets:
    - {}
    - name: registry
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
imagePullSecrets:
  - name: registry
`;

const secret = `---
apiVersion: v1
kind: Secret
metadata:
  name: registry
  namespace: shop
type: kubernetes.io/dockerconfigjson
`;

const external = `---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: shop
`;

export const examples: CheckExamples = {
  pass: [
    `${pod}${secret}`,
    `${pod}${secret.replace('dockerconfigjson', 'dockercfg')}`,
    `${account}${secret}`,
    { yaml: `${pod}${external}`, complete: true },
    { yaml: account.replace(/imagePull[^]*/, ''), complete: true },
  ],
  fail: [
    { yaml: pod, complete: true, at: '9:13', message: 'Secret "registry" does not exist in "shop"' },
    { yaml: account, complete: true, at: '7:11', message: 'Secret "registry" does not exist in "shop"' },
    {
      yaml: `${pod}${secret.replace('kubernetes.io/dockerconfigjson', 'Opaque')}`,
      at: '9:13',
      message: 'Secret "registry" is of no type that image pulls understand',
    },
    {
      yaml: `${account}${secret.replace('type: kubernetes.io/dockerconfigjson\n', '')}`,
      at: '7:11',
      message: 'Secret "registry" is of no type that image pulls understand',
    },
    {
      yaml: `${pod}${external.replace('name: registry', 'name: other')}`,
      complete: true,
      at: '9:13',
      message: 'Secret "registry" does not exist in "shop"',
    },
  ],
  unknown: [{ yaml: pod, missing: 'no Secret "shop/registry" is among the inputs' }],
};
