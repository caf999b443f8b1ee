import { describe, expect, it } from 'vitest';
import { credentialNameKind, suggestsCredential } from './credential-name.ts';
import {
  credentialEndings,
  credentialWords,
  nameHints,
  passwordAbbreviations,
  shortNameHints,
  suggestingWords,
} from './name-words.ts';

describe('credentialNameKind', () => {
  it.each([
    ['DB_PASSWORD', 'password'],
    ['PGPASSWORD', 'password'],
    ['passwd', 'password'],
    ['sshPassphrase', 'passphrase'],
    ['PWD', 'password'],
    ['client_secret', 'secret'],
    ['authToken', 'token'],
    ['apikey', 'API key'],
    ['API_KEYS', 'API key'],
    ['aws_secret_access_key', 'access key'],
    ['private.key', 'private key'],
    ['signing-key', 'signing key'],
    ['connectionString', 'connection string'],
    ['CREDENTIALS', 'credential'],
    ['JWT', 'token'],
    ['CLUSTER_TOKEN', 'token'],
    ['DB_PASS', 'password'],
    ['secret_key_base', 'secret key'],
  ])('%s is a %s', (name, kind) => {
    expect(credentialNameKind(name)).toBe(kind);
  });

  it.each([
    'TOKENIZER',
    'secretary',
    'passwordless',
    'KEY_PATH',
    '--password-stdin',
    '--no-password',
    'SECRET_NAME',
    'tokenExpiration',
    'PASSWORD_FILE',
    'MY_KEY',
    'ACCESS_KEY_ID',
    'pass',
    'bypass',
    'monkey',
    'connection',
    'string',
    'JWT_ISSUER',
    'registryCredentialHelpers',
    'ETCD_INITIAL_CLUSTER_TOKEN',
    '--initial-cluster-token',
    '',
  ])('%s is none', (name) => {
    expect(credentialNameKind(name)).toBeUndefined();
  });
});

describe('suggestsCredential', () => {
  it.each(['APP_KEY', 'cookie-salt', 'pass', 'auth'])('is true for %s', (name) => {
    expect(suggestsCredential(name)).toBe(true);
  });

  it.each(['PUBLIC_KEY', 'cacheKey', 'KEY_PATH', 'author', ''])('is false for %s', (name) => {
    expect(suggestsCredential(name)).toBe(false);
  });
});

describe('the hints of names', () => {
  const hints = [...nameHints, ...shortNameHints];
  const sayingWords = [
    ...credentialWords.keys(),
    ...credentialEndings.map(([ending]) => ending),
    ...passwordAbbreviations,
    ...suggestingWords,
  ];

  it.each([...sayingWords, 'key', 'connection'])('one stands in %s', (word) => {
    expect(hints.some((hint) => word.includes(hint))).toBe(true);
  });
});
