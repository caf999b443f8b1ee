import { type CheckExamples, type Context, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { secretKeys } from '../../kubernetes/held-key.ts';
import { type PodReference, podReferencesOf } from '../../kubernetes/pod-reference.ts';
import { findSecret, secretProducers } from '../../kubernetes/produced-secret.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const messages = {
  missing: 'Secret "{secret}" does not exist in "{namespace}"',
  key: 'Secret "{secret}" has no key "{key}"',
} as const;

export default defineCheck({
  id: 'secret-reference-missing',
  on: workloadsAnd('ServiceAccount'),
  severity: 'high',
  reads: ['Secret', ...secretProducers],
  title: 'Secret does not exist',
  why: 'The container is not started, and whoever may create a Secret of that name decides what it gets.',
  advice: 'Create the Secret with all keys in the namespace, or mark the reference as optional.',
  messages,
  evaluate(judged, report, context) {
    for (const reference of referencesOf(judged)) judgeReference(reference, judged.namespace, report, context);
  },
});

type SecretReference = Pick<PodReference, 'name' | 'keys' | 'at'>;

/** The Secrets that a workload or a ServiceAccount cannot do without. */
function* referencesOf(judged: WorkloadOrObject): Iterable<SecretReference> {
  const { workload, resource } = judged;
  for (const reference of workload === undefined ? [] : podReferencesOf(workload)) {
    if (reference.kind === 'Secret' && !reference.isOptional) yield reference;
  }
  for (const [index, entry] of asList(resource.content['secrets']).entries()) {
    const name = asString(asObject(entry)['name']);
    if (name) yield { name, keys: undefined, at: judged.at('secrets', index, 'name') };
  }
}

function judgeReference(
  { name, keys, at }: SecretReference,
  namespace: string,
  report: Reporter<typeof messages>,
  { inventory }: Context,
): void {
  const lookup = findSecret(name, namespace, inventory);
  if (lookup.is === 'unknown') report.unknown(lookup.missing);
  if (lookup.is === 'absent') report.fail('missing', at, { secret: name, namespace });
  if (lookup.is !== 'found') return;
  const held = secretKeys(lookup.item.content);
  for (const { key, at: place } of keys ?? []) if (!held.has(key)) report.fail('key', place, { secret: name, key });
}

function pod(container: string, volumes = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ${container}
${volumes}`;
}

const secret = `---
apiVersion: v1
kind: Secret
metadata:
  name: login
  namespace: shop
data:
  user: ""
stringData:
  database: shop
`;

const certificate = `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
  namespace: shop
spec:
  secretName: login
`;

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
secrets:
  - name: login
  - {}
`;

const whole = pod('envFrom: [{secretRef: {name: login}}]');

function variable(key: string, more = ''): string {
  return pod(`env: [{name: A, valueFrom: {secretKeyRef: {name: login, key: ${key}${more}}}}]`);
}

const items = pod(
  'workingDir: /',
  '  volumes: [{name: a, secret: {secretName: login, items: [{key: user, path: a}]}}]\n',
);

export const examples: CheckExamples = {
  pass: [
    `${whole}${secret}`,
    `${variable('user')}${secret}`,
    `${variable('database')}${secret}`,
    `${items}${secret}`,
    `${account}${secret}`,
    `${variable('token')}${secret}type: kubernetes.io/service-account-token\n`,
    { yaml: variable('user', ', optional: true'), complete: true },
    { yaml: `${variable('other', ', optional: true')}${secret}`, complete: true },
    { yaml: pod('envFrom: [{configMapRef: {name: login}}]'), complete: true },
    { yaml: `${whole}${certificate}`, complete: true },
  ],
  fail: [
    { yaml: whole, complete: true, at: '10:36', message: 'Secret "login" does not exist in "shop"' },
    {
      yaml: `${whole}${secret.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '10:36',
      message: 'Secret "login" does not exist in "shop"',
    },
    { yaml: `${variable('password')}${secret}`, at: '10:68', message: 'Secret "login" has no key "password"' },
    {
      yaml: `${items.replace('key: user', 'key: password')}${secret}`,
      at: '11:65',
      message: 'Secret "login" has no key "password"',
    },
    {
      yaml: `${account}${certificate.replace('secretName: login', 'secretName: tls')}`,
      complete: true,
      at: '7:11',
      message: 'Secret "login" does not exist in "shop"',
    },
  ],
  unknown: [{ yaml: whole, missing: 'no Secret "shop/login" is among the inputs' }],
};
