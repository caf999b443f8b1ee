import { configFile, configMap, type Place, place } from './place.ts';

const inConfigMap = 'secret-in-configmap';
const inManifest = 'secret-in-manifest';

function secret(fields: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: planted\n${fields}\n`;
}

/** Places in ConfigMaps and Secrets that a check covers. */
export const objectPlaces: readonly Place[] = [
  place('ConfigMap, key', inConfigMap, (value, name) => configMap(`data:\n  ${name}: ${value}`)),
  place('ConfigMap, key in quotes', inConfigMap, (value, name) => configMap(`data:\n  "${name}": "${value}"`)),
  place('ConfigMap, flow style', inConfigMap, (value, name) => configMap(`data: {other: text, ${name}: "${value}"}`)),
  place('ConfigMap, format', inConfigMap, (value) => configMap(`data:\n  setting: ${value}`), { needsFormat: true }),
  place('ConfigMap, folded', inConfigMap, (value, name) => configMap(`data:\n  ${name}: >-\n    ${value}`)),
  place('ConfigMap, properties', inConfigMap, (value) =>
    configFile('app.properties', `db.user=shop\ndb.password=${value}\ndb.pool=3`),
  ),
  place('ConfigMap, ini', inConfigMap, (value) => configFile('app.ini', `[db]\nuser = shop\npassword = ${value}`)),
  place('ConfigMap, YAML', inConfigMap, (value) => configFile('app.yaml', `db:\n  user: shop\n  password: ${value}`)),
  place('ConfigMap, YAML block', inConfigMap, (value) =>
    configFile('app.yaml', `db:\n  clientSecret: |\n    ${value}\n  user: shop`),
  ),
  place('ConfigMap, YAML pairs', inConfigMap, (value) =>
    configFile('pod.yaml', `env:\n  - name: DB_PASSWORD\n    value: ${value}`),
  ),
  place('ConfigMap, JSON', inConfigMap, (value) =>
    configFile('app.json', `{\n  "user": "shop",\n  "apiKey": "${value}"\n}`),
  ),
  place('ConfigMap, JSON on one line', inConfigMap, (value) =>
    configMap(`data:\n  app.json: '{"user": "shop", "password": "${value}"}'`),
  ),
  place('ConfigMap, JSON in JSON', inConfigMap, (value) =>
    configMap(`data:\n  app.json: '{"inner": "{\\"password\\": \\"${value}\\"}"}'`),
  ),
  place('ConfigMap, TOML', inConfigMap, (value) =>
    configFile('app.toml', `[db]\nuser = "shop"\npassword = "${value}"`),
  ),
  place('ConfigMap, XML element', inConfigMap, (value) =>
    configFile('app.xml', `<db>\n  <user>shop</user>\n  <password>${value}</password>\n</db>`),
  ),
  place('ConfigMap, XML attributes', inConfigMap, (value) =>
    configFile('web.config', `<add key="ApiKey" value="${value}"/>`),
  ),
  place('ConfigMap, env file', inConfigMap, (value) => configFile('.env', `LEVEL=debug\nAPI_TOKEN=${value}`)),
  place('ConfigMap, script', inConfigMap, (value) =>
    configFile('run.sh', `#!/bin/sh\nexport DB_PASSWORD="${value}"\nserve --level debug`),
  ),
  place('ConfigMap, npmrc', inConfigMap, (value) =>
    configFile('.npmrc', `registry=https://npm.example/\n//npm.example/:_authToken=${value}`),
  ),
  place('ConfigMap, netrc', inConfigMap, (value) =>
    configFile('.netrc', `machine git.example login shop password ${value}`),
  ),
  place('ConfigMap, pgpass', inConfigMap, (value) => configFile('.pgpass', `db.example:5432:shop:shop:${value}`)),
  place('ConfigMap, registry configuration', inConfigMap, (value) =>
    configFile('config.json', `{"auths": {"registry.example": {"auth": "${btoa(`shop:${value}`)}"}}}`),
  ),
  place('ConfigMap, JDBC', inConfigMap, (value) =>
    configMap(`data:\n  url: jdbc:postgresql://db.example/shop?user=shop&password=${value}&ssl=true`),
  ),
  place('ConfigMap, ODBC', inConfigMap, (value) =>
    configMap(`data:\n  db: "Server=db.example;Uid=shop;Pwd=${value};Database=shop"`),
  ),
  place('ConfigMap, URL', inConfigMap, (value) => configMap(`data:\n  broker: amqp://shop:${value}@mq.example`)),
  place('ConfigMap, redis', inConfigMap, (value) => configFile('redis.conf', `port 6379\nrequirepass ${value}`)),
  place('ConfigMap, curl header', inConfigMap, (value) =>
    configFile('job.sh', `curl -H 'Authorization: Bearer ${value}' https://web.example`),
  ),
  place('ConfigMap, PHP', inConfigMap, (value) => configFile('config.php', `define('DB_PASSWORD', '${value}');`)),
  place('ConfigMap, SQL', inConfigMap, (value) => configFile('a.sql', `CREATE USER shop IDENTIFIED BY '${value}';`)),
  place('ConfigMap, PowerShell', inConfigMap, (value) => configFile('run.ps1', `$env:DB_PASSWORD = "${value}"`)),
  place('ConfigMap, quoted with breaks', inConfigMap, (value) =>
    configMap(`data:\n  app.ini: "[db]\\nuser=shop\\npassword=${value}\\n"`),
  ),
  place('ConfigMap, binaryData', inConfigMap, (value) =>
    configMap(`binaryData:\n  app.ini: ${btoa(`[db]\npassword = ${value}\n`)}`),
  ),
  place('ConfigMap, Base64 of settings', inConfigMap, (value) =>
    configMap(`data:\n  encoded: ${btoa(`password: ${value}\nuser: shop\n`)}`),
  ),
  place(
    'ConfigMap, list',
    inConfigMap,
    (value, name) =>
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: planted}\n  data:\n    ${name}: ${value}\n`,
  ),
  place(
    'ConfigMap, JSON file',
    inConfigMap,
    (value, name) =>
      JSON.stringify(
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'planted' }, data: { [name]: value } },
        null,
        2,
      ),
    { form: 'json' },
  ),
  place('Secret, stringData', inManifest, (value) => secret(`stringData:\n  setting: ${value}`)),
  place('Secret, data', inManifest, (value) => secret(`data:\n  setting: ${btoa(value)}`)),
];
