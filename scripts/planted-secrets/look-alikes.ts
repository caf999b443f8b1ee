import type { Random } from '../../bench/random.ts';
import { characters } from './values.ts';

/** A name and a value that look like a credential and are none. */
export interface LookAlike {
  readonly name: string;
  readonly value: string;
  /** What it stands in; undefined where it may stand anywhere. */
  readonly manifest?: string;
}

type Make = (random: Random) => LookAlike;

function alike(name: string, ...values: readonly string[]): Make {
  return (random) => ({ name, value: random.pick(values) });
}

function generated(name: string, value: (random: Random) => string): Make {
  return (random) => ({ name, value: value(random) });
}

function hexadecimal(length: number): (random: Random) => string {
  return (random) => random.hexadecimal(length);
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => random.hexadecimal(length)).join('-');
}

const publicKey = ['PUBLIC', 'KEY'].join(' ');

/** Each is made several times, with other values. */
export const lookAlikes: readonly Make[] = [
  alike('TOKENIZER', 'wordpiece', 'bert-base', 'sentencepiece'),
  alike('TOKENIZERS_PARALLELISM', 'false', 'true'),
  alike('SECRETARY', 'office', 'reception desk'),
  alike('passwordless', 'enabled', 'webauthn'),
  alike('KEY_PATH', '/etc/tls/tls.key', '/var/run/keys/id'),
  alike('SECRET_NAME', 'shop-db', 'payment-credentials'),
  alike('existingSecret', 'shop-db-secret', 'redis-credentials'),
  alike('tokenExpiration', '3600', '24h', '15m'),
  alike('TOKEN_TTL', '86400s', '1h'),
  alike('PASSWORD_FILE', '/run/secrets/db', '/etc/db/word'),
  alike('DB_PASSWORD', '$(SHOP_DB)', '${DB_PASSWORD}', '{{ .Values.db.word }}', '$DB_PASSWORD', '%DB_PASSWORD%'),
  alike('API_TOKEN', '<token>', 'REPLACE_ME', 'xxx', '***', 'YOUR_TOKEN_HERE', '${API_TOKEN:-}'),
  alike(
    'CLIENT_SECRET',
    'vault:secret/data/shop#word',
    'ref+vault://shop/db',
    'ENC[AES256_GCM,data:x]',
    'op://shop/db/word',
  ),
  alike('ACCESS_TOKEN_URL', 'https://login.example/oauth/token', 'http://sso.example/token'),
  alike('TOKEN_ENDPOINT', 'https://login.example/token'),
  alike('DB_PASSWORD', '12345678', '1763724017', '0'),
  alike('CLIENT_SECRET', 'client-secret-placeholder', 'placeholder-value'),
  alike('ETCD_AUTH_TOKEN', 'jwt,pub-key=/etc/jwt.pub,sign-method=RS256,ttl=10m'),
  alike('ETCD_INITIAL_CLUSTER_TOKEN', 'shop-etcd', 'etcd-cluster-1'),
  alike('imagePullSecrets', 'registry', 'mirror,registry-2'),
  alike('registryCredentialHelpers', 'default,google,amazon'),
  alike('CONNECTION_STRING', 'projects/SHOP/instances/MAIN/databases/ORDERS'),
  alike('PASSWORD_MIN_LENGTH', '12', '16'),
  alike('password.policy', 'strong', 'length-12'),
  alike('REQUIRE_PASSWORD', 'true', 'yes', 'no'),
  alike('ALLOW_EMPTY_PASSWORD', 'yes', '1'),
  alike('MAX_TOKENS', '4096', '128000'),
  alike('TOKEN_BUCKET_SIZE', '100', '2000'),
  alike('JWT_ALGORITHM', 'RS256', 'ES256'),
  alike('JWT_ISSUER', 'https://login.example', 'shop.example'),
  alike('JWT_AUDIENCE', 'shop', 'orders-api'),
  alike('TOKEN_TYPE', 'Bearer', 'opaque'),
  alike('AUTH_TYPE', 'basic', 'oauth2', 'none'),
  alike('AUTH_HEADER', 'X-Forwarded-User', 'Authorization'),
  alike('SECRET_STORE', 'vault', 'aws-secrets-manager'),
  alike('SECRETS_PROVIDER', 'aws', 'gcp'),
  alike('CREDENTIALS_FILE', '/var/secrets/google/account.json'),
  alike('CREDENTIAL_HELPER', '/usr/bin/docker-credential-ecr', '/opt/helper'),
  alike('KEY', 'value', 'name', 'shop.orders'),
  alike('MY_KEY', 'main', 'orders', 'blue-green'),
  alike('CACHE_KEY', 'shop-v1-orders', 'assets-2026-01'),
  alike('PARTITION_KEY', 'customerId', 'region'),
  alike('SSH_PUBLIC_KEY', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJl3', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB'),
  alike('CA_CERT', '-----BEGIN CERTIFICATE-----', `-----BEGIN ${publicKey}-----`),
  alike(
    'DATABASE_URL',
    'postgres://db.example:5432/shop',
    'postgres://shop@db.example/shop',
    'postgres://shop:$(WORD)@db.example/shop',
  ),
  alike('PROXY', 'http://proxy.example:3128', 'http://proxy.example:8080/@x'),
  alike('PWD', '/home/shop', '/srv/app'),
  alike('AUTHOR', 'the shop team', 'platform'),
  alike('LOGIN_MESSAGE', 'enter your password to go on', 'a token is sent to your phone'),
  alike('HELP', 'basic authentication is used', 'the bearer token of the caller'),
  alike('KEYBOARD', 'qwerty', 'azerty'),
  alike('MONKEY', 'chimp', 'gorilla'),
  alike('COMPASS', 'north', 'south-west'),
  alike('BYPASS', 'false', 'cache'),
  alike('SECRET_KEY_REF', 'shop-db/word'),
  alike('publicKeyToken', 'null', 'none'),
  generated('IMAGE', (random) => `registry.example/web@sha256:${random.hexadecimal(64)}`),
  generated('CHECKSUM', (random) => `sha256:${random.hexadecimal(64)}`),
  generated('GIT_COMMIT', hexadecimal(40)),
  generated('TRACE_ID', hexadecimal(32)),
  generated('REQUEST_ID', uuid),
  generated('TENANT_ID', uuid),
  generated('ACCESS_KEY_ID_FILE', (random) => `/etc/keys/${characters(random, 6)}`),
  generated('BUILD', (random) => `2026.${random.integer(1, 12)}.${random.integer(1, 28)}-${random.hexadecimal(7)}`),
  generated('POD_NAME', (random) => `web-${random.hexadecimal(9)}-${random.hexadecimal(5)}`),
  generated('ETAG', (random) => `W/"${random.hexadecimal(16)}"`),
  generated(
    'ICON',
    () => 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  generated('BANNER', () => btoa('Welcome to the shop, we are open from nine to five')),
];
