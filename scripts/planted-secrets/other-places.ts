import { configMap, type Place, place, pod } from './place.ts';

function withMetadata(metadata: string, text = pod('tty: true')): string {
  return text.replace('  name: planted\n', `  name: planted\n${metadata}\n`);
}

function custom(spec: string): string {
  return `apiVersion: shop.example/v1\nkind: Database\nmetadata:\n  name: planted\nspec:\n${spec}\n`;
}

const inField = 'secret-in-field';
const inText = 'credential-in-text';
const needsFormat = { needsFormat: true };

/** Places in any other field, and those that no object shows. */
export const otherPlaces: readonly Place[] = [
  place('annotation', inField, (value, name) => withMetadata(`  annotations:\n    shop.example/${name}: ${value}`)),
  place(
    'annotation of an Ingress',
    inField,
    (value) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: planted\n  annotations:\n    nginx.ingress.kubernetes.io/configuration-snippet: |\n      proxy_set_header X-Forwarded-Proto https;\n      proxy_set_header Authorization "Bearer ${value}";\nspec: {}\n`,
  ),
  place('label', inField, (value, name) => withMetadata(`  labels:\n    ${name}: ${value}`), { isShort: true }),
  place('header of a probe', inField, (value) =>
    pod(`livenessProbe:\n  httpGet:\n    port: 80\n    httpHeaders:\n      - name: X-Api-Key\n        value: ${value}`),
  ),
  place(
    'URL of a webhook',
    inField,
    (value) =>
      `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata:\n  name: planted\nwebhooks:\n  - name: planted.shop.example\n    clientConfig:\n      url: https://shop:${value}@hook.example/\n`,
  ),
  place('custom resource, field', inField, (value) => custom(`  adminPassword: ${value}`)),
  place('custom resource, several lines', inField, (value) => custom(`  adminPassword:\n    ${value}`)),
  place('custom resource, list', inField, (value) => custom(`  tokens:\n    - ${value}`)),
  place('custom resource, value in a mapping', inField, (value) => custom(`  password:\n    value: ${value}`)),
  place('custom resource, settings in text', inField, (value) =>
    custom(`  values: |\n    user: shop\n    password: ${value}`),
  ),
  place('custom resource, pair', inField, (value, name) =>
    custom(`  settings:\n    - name: ${name}\n      value: ${value}`),
  ),
  place('custom resource, args', inField, (value) => custom(`  args:\n    - --password\n    - ${value}`)),
  place('comment behind a value', inText, (value) => pod(`tty: true # password: ${value}`)),
  place('comment on a line of its own', inText, (value) => pod(`# old API key: ${value}\ntty: true`)),
  place('comment, variable on two lines', inText, (value, name) =>
    pod(`# env:\n#   - name: ${name}\n#     value: ${value}\ntty: true`),
  ),
  place('comment above the first document', inText, (value) => `# token: ${value}\n---\n${pod('tty: true')}`, {
    needsFormat: true,
  }),
  place('comment in a block', inText, (value) => configMap(`data:\n  a: b # token=${value}`)),
  place('key', inField, (value) => configMap(`data:\n  ${value}: text`), needsFormat),
  place(
    'path of the node',
    inField,
    (value) => `${pod('tty: true')}  volumes:\n    - name: data\n      hostPath:\n        path: /var/lib/${value}\n`,
    needsFormat,
  ),
  place(
    'name of a volume',
    inField,
    (value) => `${pod('tty: true')}  volumes:\n    - name: ${value}\n      hostPath: {path: /etc}\n`,
    needsFormat,
  ),
  place(
    'name of a container',
    inField,
    (value) => pod('tty: true').replace('name: web', `name: ${value}`),
    needsFormat,
  ),
  place(
    'name of the object',
    inField,
    (value) => pod('tty: true').replace('name: planted', `name: ${value}`),
    needsFormat,
  ),
  place(
    'namespace',
    inField,
    (value) => pod('tty: true').replace('name: planted', `name: planted\n  namespace: ${value}`),
    needsFormat,
  ),
  place('image', inField, (value) => pod('tty: true').replace('web:1.4.2', `web:${value}`), needsFormat),
  place(
    'capability',
    inField,
    (value) =>
      pod(`securityContext: {capabilities: {add: ["${value}"]}}`).replace(
        '      securityContext: {privileged: true}\n',
        '',
      ),
    needsFormat,
  ),
  place(
    'sysctl',
    inField,
    (value) => `${pod('tty: true')}  securityContext:\n    sysctls: [{name: "${value}", value: "1"}]\n`,
    needsFormat,
  ),
  place('service account', inField, (value) => `${pod('tty: true')}  serviceAccountName: ${value}\n`, needsFormat),
  place(
    'kind',
    inField,
    (value) => `apiVersion: shop.example/v1\nkind: ${value}\nmetadata:\n  name: planted\n`,
    needsFormat,
  ),
  place(
    'rule of a role',
    inField,
    (value) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: planted\nrules:\n  - apiGroups: ["*"]\n    resources: ["*/${value}"]\n    verbs: ["*"]\n`,
    needsFormat,
  ),
  place('key that stands twice', inField, (value) => configMap(`data:\n  ${value}: one\n  ${value}: two`), needsFormat),
  place('password that stands twice', inText, (value) => custom(`  password: ${value}\n  password: other`)),
  place(
    'broken document, env',
    inText,
    (value, name) => `${pod(`env:\n  - name: ${name}\n    value: ${value}`)}]: [\n`,
  ),
  place('broken document, args', inText, (value) => `${pod(`args:\n  - --password\n  - ${value}`)}]: [\n`),
  place('broken document, ConfigMap', inText, (value, name) => `${configMap(`data:\n  ${name}: ${value}`)}]: [\n`),
  place('broken line', inText, (value) => configMap(`data:\n  password: "${value}`)),
  place('broken alias', inText, (value) => configMap(`data:\n  password: *${value.replaceAll(/[^\w-]/g, '')}`)),
  place(
    'broken JSON',
    inText,
    (value, name) => `{"apiVersion": "v1", "kind": "ConfigMap", "data": {"${name}": "${value}"`,
    { form: 'json' },
  ),
  place('text behind the end', inText, (value) => `${configMap('data: {a: b}')}...\npassword: ${value}\n`),
  place('document beside objects', inText, (value) => `${configMap('data: {a: b}')}---\ndb:\n  password: ${value}\n`),
  place(
    'exception',
    inField,
    (value) => withMetadata(`  annotations:\n    seawall.dev/ignore.host-pid: needs token ${value} until 2027-01-01`),
    needsFormat,
  ),
  place('copy that kubectl keeps of a variable', inField, (value, name) =>
    withMetadata(
      `  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{"env":[{"name":"${name}","value":"${value}"}]}'`,
    ),
  ),
  place('copy that kubectl keeps', inField, (value) =>
    withMetadata(`  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"${value}"}}'`),
  ),
];
