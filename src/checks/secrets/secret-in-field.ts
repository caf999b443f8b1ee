import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { fieldCredentials } from '../../kubernetes/field-credential.ts';
import { wholeObject } from '../../kubernetes/whole-object.ts';

export default defineCheck({
  id: 'secret-in-field',
  on: wholeObject,
  severity: 'high',
  title: 'Field holds a credential in clear text',
  why: 'Whoever may read the object, its manifest or a copy of either can use the credential, and logs and metrics show such fields.',
  advice: 'Replace the credential, keep the new one in a Secret or a secret store, and name that here.',
  messages: {
    value: 'field "{field}" is or holds a literal {kind} of {length} characters',
    key: 'a key of "{field}" is or holds a literal {kind} of {length} characters',
  },
  evaluate(judged, report) {
    for (const { field, kind, length, isKey, at, about } of fieldCredentials(judged)) {
      report.fail(isKey ? 'key' : 'value', at, { field, kind, length }).about(about);
    }
  },
});

/** A pod with these annotations, and a volume of this path. */
function pod(annotations: string, path = '/var/lib/shop'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
${annotations.replaceAll(/^/gm, '    ')}
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      command: [web, --token=hunter2]
      args: [--password, hunter2]
      env:
        - name: DB_PASSWORD
          value: hunter2
  volumes:
    - name: data
      hostPath: {path: ${path}}
`;
}

/** A custom resource with these fields. */
function database(fields: string): string {
  return `apiVersion: shop.example/v1
kind: Database
metadata:
  name: shop
spec:
${fields.replaceAll(/^/gm, '  ')}
`;
}

/** Of a format, and in pieces, so that this file holds none. */
const accessKey = ['AKIA', 'Q3EGRJ4KPT5VXW7Y'].join('');

export const examples: CheckExamples = {
  pass: [
    pod(`checksum/secret: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
nginx.ingress.kubernetes.io/auth-secret: shop/basic-auth
vault.hashicorp.com/agent-inject-secret-word: secret/data/shop
shop.example/password: $(WORD)`),
    database(`passwordSecretRef: {name: shop-db, key: password}
adminPasswordSecret: shop-admin
secret: shop-db
token: "{{ .Values.token }}"
tokens: [read, write]
passwordPolicy: strong
requirePassword: "true"
encryptedData: {password: AgBy3i4OJSWK1PiTySYZZA9rO43cGDEq}`),
    `apiVersion: v1
kind: Secret
metadata: {name: db}
stringData: {password: hunter2, key: ${accessKey}}
`,
    `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {password: hunter2, key: ${accessKey}}
`,
    `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {externalName: hunter2, selector: {password: hunter2}}
`,
  ],
  fail: [
    {
      yaml: pod(`shop.example/db-password: hunter2
shop.example/hook: https://shop:hunter2@hook.example`),
      at: ['6:31', '7:24'],
      message: [
        'field "shop.example/db-password" is or holds a literal password of 7 characters',
        'field "shop.example/hook" is or holds a literal password in a URL of 7 characters',
      ],
    },
    {
      yaml: pod('team: sales', `/var/lib/${accessKey}`),
      at: '18:24',
      message: 'field "path" is or holds a literal AWS access key id of 20 characters',
    },
    {
      yaml: database(`adminPassword: hunter2
clientSecret: {value: kJ8sD0f2hQ}
tokens: [kJ8sD0f2hQ]
args: [--password, hunter2]`),
      at: ['6:18', '7:25', '8:12', '9:22'],
      message: [
        'field "adminPassword" is or holds a literal password of 7 characters',
        'field "value" is or holds a literal secret of 10 characters',
        'field "tokens" is or holds a literal token of 10 characters',
        'field "args" is or holds a literal password of 7 characters',
      ],
    },
    {
      yaml: `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  ${accessKey}: text
`,
      at: '5:3',
      message: 'a key of "data" is or holds a literal AWS access key id of 20 characters',
    },
    {
      yaml: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Service","metadata":{"annotations":{"password":"hunter2"}}}'
`,
      at: '6:55',
      message:
        'field "kubectl.kubernetes.io/last-applied-configuration" is or holds a literal password of 7 characters',
    },
  ],
};
