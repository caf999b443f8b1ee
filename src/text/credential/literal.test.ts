import { describe, expect, it } from 'vitest';
import { isLiteral, isReference, looksLikeCode, namesSecret } from './literal.ts';

describe('isLiteral', () => {
  it.each([
    'hunter2',
    'changeme',
    'CHANGE_ME',
    'password',
    'correct horse battery staple',
    '12345678',
    'Pa$$w0rd',
    'a.b.c1',
    `/${'aB3'.repeat(8)}==`,
    '-----BEGIN PRIVATE KEY-----',
    'x1',
    'my-super-secret',
    'aGk/bWl4ZWQ/K2Jhc2U2NA',
    'a=b',
    'user=shop;word=x y',
  ])('is true for %s', (value) => {
    expect(isLiteral(value)).toBe(true);
  });

  it.each([
    '',
    '  ',
    'true',
    'No',
    'disabled',
    '8080',
    '24h',
    '1.5',
    '10Gi',
    '1234567',
    '/etc/db/word',
    '~/.ssh/id',
    './a',
    'C:\\keys',
    'secret/data/db',
    'tls.key',
    'https://login.example/token',
    'postgres://db.example/shop',
    'sha256:0123456789abcdef',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    '$(WORD)',
    '${WORD}',
    '$WORD',
    '%WORD%',
    '%(word)s',
    '%s',
    '{{ .Values.word }}',
    '<%= word %>',
    '@word@',
    '__WORD__',
    '#{word}',
    '$(USER):$(WORD)',
    'ENC[AES256_GCM,data:x]',
    'op://shop/db',
    'vault:secret/db#word',
    'arn:aws:secretsmanager:x',
    '<password>',
    '[password]',
    'xxx',
    'XXX',
    '***',
    '...',
    'REPLACE_ME',
    'insert-here',
    'YOUR_TOKEN_HERE',
    'your-token',
    'todo',
    'redacted',
    '!!',
    '$__file{/etc/db/word}',
    'controller-password-placeholder',
    'placeholder_token',
    'projects/SHOP/instances/MAIN_DB',
    'jwt,priv-key=/etc/jwt.pem,sign-method=RS256,ttl=10m',
    'user=shop,password=hunter2',
    'null',
    '(redacted)',
    'string',
  ])('is false for %s', (value) => {
    expect(isLiteral(value)).toBe(false);
  });
});

it('knows references from literals', () => {
  expect(['${A}-${B}', '{{ a }}'].every(isReference)).toBe(true);
  expect(['a', 'changeme', '<a>', '$5.00'].some(isReference)).toBe(false);
});

describe('looksLikeCode', () => {
  it.each([
    'get_token()',
    'handle:headers():get("a")',
    'split(env.name, "_")[0]',
    'await login(user)',
    'os.environ["A"]',
    'config.password,',
    'must be at least 8 long',
    'files systemd',
  ])('is true for %s', (value) => {
    expect(looksLikeCode(value)).toBe(true);
  });

  it.each(['hunter2', 'correct horse battery staple', 'a(b', 'ldaps'])('is false for %s', (value) => {
    expect(looksLikeCode(value)).toBe(false);
  });
});

it('knows the name of a Secret in a field that takes one', () => {
  expect(namesSecret('existingSecret', 'shop-db-secret')).toBe(true);
  expect(namesSecret('--credentials', 'aws-credentials')).toBe(true);
  expect(namesSecret('--imagePullSecrets', 'registry,mirror.example')).toBe(true);
  expect(namesSecret('EXISTING_SECRET', 'shop')).toBe(true);
  expect(namesSecret('imagePullSecret', 'hunter2=')).toBe(false);
  expect(namesSecret('imagePullSecret', 'a'.repeat(1025))).toBe(false);
  expect(namesSecret('JWT_SECRET', 'my-super-secret')).toBe(false);
  expect(namesSecret('secret', 'hunter2')).toBe(false);
});
