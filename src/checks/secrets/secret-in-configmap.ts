import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { configMapCredentials } from '../../kubernetes/config-map-credential.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'secret-in-configmap',
  on: objectsOf('ConfigMap'),
  severity: 'high',
  parameters: { allowedNames: strings(), allowedValues: strings() },
  title: 'ConfigMap holds a credential',
  why: 'ConfigMaps are readable by far more accounts than Secrets, are not encrypted at rest, and end up in logs and copies.',
  advice: 'Replace the credential and move the new one to a Secret or a secret store.',
  messages: {
    value: 'key "{key}" is or holds a literal {kind} of {length} characters',
    line: 'key "{key}" holds a literal {kind} of {length} characters in line {line} of its value',
  },
  evaluate(judged, report, { parameters }) {
    for (const { key, value, kind, length, line, at } of configMapCredentials(judged)) {
      if (parameters.allowedNames.includes(key) || parameters.allowedValues.includes(value)) continue;
      if (line === undefined) report.fail('value', at, { key, kind, length });
      else report.fail('line', at, { key, kind, length, line });
    }
  },
});

/** A ConfigMap of a name with these fields. */
function configMap(fields: string, name = 'settings'): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
${fields}
`;
}

/** A file of settings, a store of keys and a private key, in Base64. */
function binaryData(): string {
  const armour = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');
  const key = `${armour}\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\n`;
  return `binaryData:
  app.ini: ${btoa('[db]\npassword = hunter2\n')}
  store.p12: ${btoa('\x30\x82\x0a\xff\x02\x01\x03')}
  tls.key: ${btoa(key)}`;
}

export const examples: CheckExamples = {
  pass: [
    configMap(`data:
  DB_PASSWORD: \${DB_PASSWORD}
  DB_PASSWORD_FILE: /etc/db/word
  requirePassword: "true"
  token.md: how to get one
  number: 1
  app.properties: |
    db.user=shop
    db.password=\${DB_PASSWORD}
    token.ttl=3600
  nginx.conf: |
    proxy_set_header Authorization $http_authorization;
  DB_PIN_TOKEN: "12345678"
  db.properties: password=12345678
  login.js: |
    const token = body.token.value
    const data = {"token": base64Token,
binaryData:
  logo.png: iVBORw0KGgoAAAANSUhEUg==
  broken: "%%%"
  number: 1`),
    configMap(`data:\n  password: hunter2`, 'kube-root-ca.crt'),
    configMap(`data:\n  password: hunter2`, 'extension-apiserver-authentication'),
    { yaml: configMap('data:\n  password: hunter2'), parameters: { allowedNames: ['password'] } },
    { yaml: configMap('data:\n  password: hunter2'), parameters: { allowedValues: ['hunter2'] } },
  ],
  fail: [
    {
      yaml: configMap(`data:
  DB_PASSWORD: hunter2
  spring.datasource.password: hunter2
  api.key: hunter2
  password.txt: hunter2
  app.properties: |
    db.user=shop
    db.password=hunter2
  url: amqp://shop:hunter2@mq.example
  login.py: |
    token = read()
    connect("host=db password=hunter2")
    db("https://shop:hunter2@db.example")
  secret: |
    line one
    line two`),
      parameters: { allowedNames: ['other'], allowedValues: ['other'] },
      at: ['6:16', '7:31', '8:12', '12:5', '13:8', '16:5', '17:5'],
      message: [
        'key "DB_PASSWORD" is or holds a literal password of 7 characters',
        'key "spring.datasource.password" is or holds a literal password of 7 characters',
        'key "api.key" is or holds a literal API key of 7 characters',
        'key "app.properties" holds a literal password of 7 characters in line 2 of its value',
        'key "url" is or holds a literal password in a URL of 7 characters',
        'key "login.py" holds a literal password of 7 characters in line 2 of its value',
        'key "login.py" holds a literal password in a URL of 7 characters in line 3 of its value',
      ],
    },
    {
      yaml: configMap(binaryData()),
      at: ['6:12', '7:14', '8:12'],
      message: [
        'key "app.ini" holds a literal password of 7 characters in line 2 of its value',
        'key "store.p12" is or holds a literal key store of 12 characters',
        'key "tls.key" holds a literal private key of 97 characters in line 1 of its value',
      ],
    },
  ],
};
