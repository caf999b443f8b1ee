import { describe, expect, it } from 'vitest';
import { findCredentials } from './find-credentials.ts';

/** What is found in a text: `kind: the stretch`. */
function found(text: string, name?: string): string[] {
  return findCredentials(text, name).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('findCredentials by name', () => {
  it.each([
    ['hunter2', 'DB_PASSWORD', ['password: hunter2']],
    [' changeme\n', 'apiKey', ['API key: changeme']],
    ['one\ntwo', 'passphrase', ['passphrase: one\ntwo']],
    ['x9fK3mPq7LzR2vT8wYb4', 'APP_KEY', ['key: x9fK3mPq7LzR2vT8wYb4']],
    ['MIIKwQIBAzCCCn', 'store.p12', ['key store: MIIKwQIBAzCCCn']],
    ['123e4567-e89b-12d3-a456-426614174000', 'API_TOKEN', ['token: 123e4567-e89b-12d3-a456-426614174000']],
    ['hunter2', 'TOKENIZER', []],
    ['main', 'APP_KEY', []],
    ['$(OTHER)', 'DB_PASSWORD', []],
    ['{"user": "shop"}', 'credentials', []],
    ['user = shop\nlevel = 1\n', 'secrets', []],
    ['', 'password', []],
  ])('in %j of %s: %j', (text, name, expected) => {
    expect(found(text, name)).toEqual(expected);
  });
});

describe('findCredentials in texts', () => {
  it.each([
    ['properties', 'db.user=shop\ndb.password=hunter two\nlevel=1', ['password: hunter two']],
    ['ini', '[db]\npassword = hunter2 # old\n', ['password: hunter2']],
    ['YAML', 'db:\n  password: "hunter2"\n  user: shop', ['password: hunter2']],
    ['a YAML block', 'a:\n  token: |\n    one\n\n    two\n  b: c', ['token:     one\n\n    two']],
    ['a flow mapping', '{password: hunter two, user: shop}', ['password: hunter two']],
    ['a pair', '- name: DB_PASSWORD\n  value: hunter2\n', ['password: hunter2']],
    ['a pair of JSON', '{"name": "DB_PASSWORD", "value": "hunter2"}', ['password: hunter2']],
    ['JSON', '{"apiKey":"hunter2"}', ['API key: hunter2']],
    ['JSON in JSON', '"{\\"password\\":\\"hunter2\\"}"', ['password: hunter2']],
    ['TOML', "password = 'hunter2'", ['password: hunter2']],
    ['text in three quotes', 'password = """hunter2"""', ['password: hunter2']],
    ['an element', '<password>hunter2</password>', ['password: hunter2']],
    ['attributes', '<add key="ApiKey" value="hunter2"/>', ['API key: hunter2']],
    ['a property list', '<key>password</key>\n<string>hunter2</string>', ['password: hunter2']],
    ['nginx', 'location / {\n  proxy_set_header X-Api-Key hunter2-key;\n}', ['API key: hunter2-key']],
    ['a header that is handed on', 'proxy_set_header X-Api-Key $http_x_api_key;', []],
    ['a shell', 'PGPASSWORD=hunter2 psql -h db', ['password: hunter2']],
    ['an export', 'export TOKEN="hunter2"', ['token: hunter2']],
    ['an option', 'serve --db-password=hunter2 --level 1', ['password: hunter2']],
    ['an option and its value', 'serve --db-password hunter2 --level 1', ['password: hunter2']],
    ['entries of a list', '- --token\n- hunter2\n', ['token: hunter2']],
    ['entries of a flow list', '["--token", "hunter2"]', ['token: hunter2']],
    ['mysql', 'mysql -u root -phunter2 shop', ['password: hunter2']],
    ['mysql in quotes', "mysql -p'hunter2'", ['password: hunter2']],
    ['curl', 'curl -u shop:hunter2 https://web.example', ['password: hunter2']],
    ['redis-cli', 'redis-cli -a hunter2 ping', ['password: hunter2']],
    ['a query', 'jdbc:mysql://db/shop?user=shop&password=hunter2&ssl=true', ['password: hunter2']],
    ['a connection string', 'Server=db;Uid=shop;Pwd=hunter 2;Database=shop', ['password: hunter 2']],
    ['netrc', 'machine git.example login shop password hunter2', ['password: hunter2']],
    ['npmrc', '//npm.example/:_authToken=hunter2', ['token: hunter2']],
    ['redis.conf', 'port 6379\nrequirepass hunter2', ['password: hunter2']],
    ['pgpass', 'db.example:5432:shop:shop:hunter2', ['password: hunter2']],
    ['words with a space', '# api key: hunter2', ['API key: hunter2']],
    ['a URL', 'amqp://shop:hunter2@mq.example/', ['password in a URL: hunter2']],
    ['a URL without a user', 'redis://:hunter2@cache.example', ['password in a URL: hunter2']],
    ['a URL with signs', 'redis://a:p@ss:d@cache.example', ['password in a URL: p@ss:d']],
    ['a URL with a slash', 'redis://a:p/ss@cache.example', ['password in a URL: p/ss']],
    ['a header', 'Authorization: Bearer hunter2', ['Authorization header: hunter2']],
    ['a header of nginx', 'proxy_set_header Authorization "Basic c2hvcDph";', ['Authorization header: c2hvcDph']],
    ['a token without its header', 'use Bearer a1b2c3d4e5f6 here', ['Authorization header: a1b2c3d4e5f6']],
    ['settings', 'authToken: user=shop,password=hunter2', ['password: hunter2']],
    ['a call', "define('DB_PASSWORD', 'hunter2');", ['password: hunter2']],
    ['a colon without a space', ' password:hunter2\n', ['password: hunter2']],
    ['a header without a space', '[-H, "X-Api-Key:hunter2", web]', ['API key: hunter2']],
    [
      'SQL',
      "create user a identified by 'hunter2'; alter role b password 'hunter3'",
      ['password: hunter2', 'password: hunter3'],
    ],
    ['a pipe', 'echo -n hunter2 | docker login --password-stdin web', ['password: hunter2']],
    ['Base64', btoa('password: hunter2\n'), [`password in Base64: ${btoa('password: hunter2\n')}`]],
  ])('finds it in %s', (_syntax, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'tokenizer: hunter2',
    'secretary=bob',
    'KEY_PATH=/etc/key',
    'secretName: shop-db',
    'tokenExpiration: 3600s',
    'password:',
    'password: ""',
    'password: true',
    'password: ${X}',
    '--db-password=$(X)',
    'password: {{ .Values.x }}',
    'password=<password>',
    'token: ***',
    'resources: [secrets, configmaps]',
    'secretKeyRef:\n  name: db\n  key: password\n',
    'image: auth-token:1.2',
    'automountServiceAccountToken: false',
    'token = get_token(user)',
    'password = os.environ["X"]',
    'connect(user, password=password)',
    'if token == "abc" {',
    'token: [a, b]',
    'token: {a: b}',
    'basic authentication is used',
    'a token of the caller',
    'The password: must be long',
    'http://web.example:8080/@scope',
    'https://web.example',
    'postgres://shop@db.example',
    'postgres://shop:$(WORD)@db.example',
    '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----',
    'web@sha256:0123456789abcdef0123456789abcdef',
    '--token --verbose',
    'local token = handle:headers():get("token")',
    'if x then password = decode(token) end',
    'const secret = JSON.stringify({',
    '  let token = body.token.value',
    '--initial-cluster-token etcd-cluster-1',
    'tokens: jwt,sign-method=RS256,ttl=10m',
    'mysql -p',
    'token:latest\n',
    'secret:v1.2',
    "identified by '$(WORD)'",
    'cat a | docker login --password-stdin web',
    'echo $WORD | docker login --password-stdin web',
    'f("password", x)',
    'mysql -p$WORD',
    'curl -u shop',
    'redis-cli -a',
    'x-mysql -pabc',
    btoa('Welcome to the shop'),
    'passwd: files systemd',
    `token_${'a'.repeat(200)}=hunter2`,
  ])('finds none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds a private key whole, with its breaks written or escaped, and one that has no end', () => {
    const header = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');
    const footer = ['-----END RSA', 'PRIVATE KEY-----'].join(' ');
    const key = `${header}\nMIIB\nabcd\n${footer}`;
    expect(found(`a: |\n  ${key}\nb: c`)).toEqual([`private key: ${key}`]);
    expect(found(`"${key.replaceAll('\n', '\\n')}"`)).toEqual([`private key: ${key.replaceAll('\n', '\\n')}`]);
    expect(found(`${header}\nMIIB\n# end`)).toEqual([`private key: ${header}\nMIIB\n`]);
    expect(found(`${header}\n${footer}`)).toEqual([]);
  });

  it('gives what overlaps once, and the rest in order', () => {
    expect(found('a: postgres://x:hunter2@h\nurl: x?password=http://a:b1@c')).toEqual([
      'password in a URL: hunter2',
      'password in a URL: b1',
    ]);
    expect(found('token: hunter2\npassword: hunter3')).toEqual(['token: hunter2', 'password: hunter3']);
  });

  it('finds what stands far behind in a long text', () => {
    const text = `${'a: b\n'.repeat(1_000_000)}password: hunter2\n`;
    expect(found(text)).toEqual(['password: hunter2']);
  });
});
