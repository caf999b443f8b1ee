import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asString } from '../../core/json.ts';
import { secretFields, unnamedKeys } from '../../kubernetes/held-key.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { secretUserKinds } from '../../kubernetes/secret-user-kinds.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'secret-unused',
  on: objectsOf('Secret'),
  severity: 'low',
  parameters: { systemNamespaces },
  reads: secretUserKinds,
  title: 'Secret is not used',
  why: 'A credential that nothing needs is one more to steal, and nobody notices when it is.',
  advice: 'Remove the Secret or the key, revoke the credential, or keep it out of the cluster.',
  messages: {
    unused: 'nothing names Secret "{name}"',
    key: 'nothing names the key "{key}" of Secret "{name}"',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const { name, namespace = '', references } = judged;
    if (parameters.systemNamespaces.includes(namespace) || isExempt(judged)) return;
    const use = references.useOf('Secret', name, namespace);
    const unnamed = use === undefined ? [] : unnamedKeys(judged.content, use, secretFields);
    if (use !== undefined && unnamed.length === 0) return;
    const hidden = references.hidden(namespace);
    const missing = hidden === undefined ? missingKinds(inventory, secretUserKinds, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else if (use === undefined) report.fail('unused', judged.at('metadata', 'name'), { name }).about(judged.at());
    else for (const { key, path } of unnamed) report.fail('key', judged.at(...path), { key, name });
  },
});

/** Secrets that a program other than a pod reads. */
const TYPES = ['helm.sh/release.v1', 'bootstrap.kubernetes.io/token', 'kubernetes.io/service-account-token'];

function isExempt({ metadata, content }: KubernetesObject): boolean {
  return asList(metadata['ownerReferences']).length > 0 || TYPES.includes(asString(content['type']) ?? '');
}

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: login
  namespace: shop
type: Opaque
data:
  user: ""
stringData:
  database: shop
`;

function podWith(container: string, spec = ''): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ${container}
${spec}`;
}

const whole = podWith('envFrom: [{secretRef: {name: login}}]');
const oneKey = podWith('env: [{name: USER, valueFrom: {secretKeyRef: {name: login, key: user}}}]');

export const examples: CheckExamples = {
  pass: [
    `${secret}${whole}`,
    `${secret}${podWith('workingDir: /', '  imagePullSecrets: [{name: login}]\n')}`,
    `${secret}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  tls:
    - secretName: login
`,
    { yaml: `${secret.replace(/stringData[^]*/, '')}${oneKey}`, complete: true },
    ...TYPES.map((type) => ({ yaml: secret.replace('Opaque', type), complete: true })),
    { yaml: secret.replace('shop', 'kube-system'), complete: true },
    { yaml: secret, complete: true, parameters: { systemNamespaces: ['shop'] } },
    {
      yaml: secret.replace(
        'type:',
        '  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: a}]\ntype:',
      ),
      complete: true,
    },
  ],
  fail: [
    { yaml: secret, complete: true, at: '4:9', message: 'nothing names Secret "login"' },
    {
      yaml: `${secret}${whole.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '4:9',
      message: 'nothing names Secret "login"',
    },
    {
      yaml: `${secret}${oneKey}`,
      complete: true,
      at: '10:13',
      message: 'nothing names the key "database" of Secret "login"',
    },
    {
      yaml: `${secret}${oneKey.replace('key: user', 'key: database')}`,
      complete: true,
      at: '8:9',
      message: 'nothing names the key "user" of Secret "login"',
    },
  ],
  unknown: [
    { yaml: secret, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: `${secret}${oneKey}`, missing: 'perhaps not every Pod of "shop" is among the inputs' },
  ],
};
