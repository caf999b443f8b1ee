import type { Random } from '../../bench/random.ts';
import type { LookAlike } from './look-alikes.ts';
import { indented } from './place.ts';

type Make = (random: Random) => LookAlike;

/** A custom resource with these lines below its metadata. */
export function customResource(apiVersion: string, kind: string, lines: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: planted\n${lines}\n`;
}

function custom(apiVersion: string, kind: string, spec: string | ((random: Random) => string)): Make {
  return (random) => {
    const value = typeof spec === 'string' ? spec : spec(random);
    return { name: kind, value, manifest: customResource(apiVersion, kind, `spec:\n${indented(value, 2)}`) };
  };
}

function base64(random: Random, length: number): string {
  return btoa(random.hexadecimal(length));
}

const certificate = ['-----BEGIN', 'CERTIFICATE-----'].join(' ');
const encryptedFile = ['-----BEGIN AGE', 'ENCRYPTED FILE-----'].join(' ');

/** What the custom resources of well-known controllers hold: names of Secrets and of their keys, encrypted data, digests. */
export const customLookAlikes: readonly Make[] = [
  custom(
    'bitnami.com/v1alpha1',
    'SealedSecret',
    (random) => `encryptedData:\n  password: AgB${base64(random, 120)}\n  api-token: AgA${base64(random, 90)}`,
  ),
  custom(
    'external-secrets.io/v1',
    'ExternalSecret',
    'secretStoreRef: {name: vault, kind: ClusterSecretStore}\ntarget: {name: shop-db}\ndata:\n  - secretKey: password\n    remoteRef: {key: shop/db, property: password}\n  - secretKey: DB_ADMIN_TOKEN\n    remoteRef: {key: prod/shop/db-2, property: admin_token}',
  ),
  custom(
    'external-secrets.io/v1',
    'ExternalSecret',
    'target:\n  template:\n    data:\n      password: "{{ .password }}"\n      url: "postgres://shop:{{ .password }}@db.example/shop"\n      config.yaml: |\n        token: {{ .token | b64enc }}',
  ),
  custom(
    'external-secrets.io/v1',
    'SecretStore',
    'provider:\n  vault:\n    server: https://vault.example\n    auth:\n      tokenSecretRef: {name: vault-token, key: token}\n      appRole: {roleRef: {name: role, key: id}, secretRef: {name: approle, key: secret-id}}',
  ),
  custom(
    'cert-manager.io/v1',
    'Certificate',
    'secretName: shop-tls\nprivateKey: {algorithm: ECDSA, rotationPolicy: Always}\nkeystores: {jks: {create: true, passwordSecretRef: {name: jks, key: password}}}',
  ),
  custom(
    'cert-manager.io/v1',
    'ClusterIssuer',
    'acme:\n  privateKeySecretRef: {name: letsencrypt-account-key}\n  solvers:\n    - dns01: {cloudflare: {apiTokenSecretRef: {name: cloudflare-api-token, key: api-token}}}',
  ),
  custom(
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    'endpoints:\n  - port: web\n    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n    bearerTokenSecret: {name: scrape, key: token}\n    basicAuth: {username: {name: scrape, key: user}, password: {name: scrape, key: password}}',
  ),
  custom(
    'monitoring.coreos.com/v1',
    'PrometheusRule',
    'groups:\n  - name: tokens\n    rules:\n      - alert: TokenExpires\n        expr: token_expiry_seconds{secret="shop-db"} < 3600\n        annotations:\n          summary: The token of {{ $labels.account }} expires\n          description: "Password: rotate it as the runbook says"',
  ),
  custom(
    'monitoring.coreos.com/v1alpha1',
    'AlertmanagerConfig',
    'receivers:\n  - name: chat\n    slackConfigs:\n      - apiURL: {name: chat-webhook, key: url}\n    pagerdutyConfigs:\n      - routingKey: {name: pager, key: routing-key}',
  ),
  custom(
    'argoproj.io/v1alpha1',
    'Application',
    (random) =>
      `source:\n  repoURL: https://git.example/shop.git\n  targetRevision: ${random.hexadecimal(40)}\n  helm:\n    parameters:\n      - {name: auth.existingSecret, value: shop-db}\n      - {name: imagePullSecret, value: registry-credentials}\n    values: |\n      auth:\n        existingSecret: shop-db-secret\n        secretKey: password\n        tokenKey: admin-token`,
  ),
  custom(
    'helm.toolkit.fluxcd.io/v2',
    'HelmRelease',
    (random) =>
      `valuesFrom:\n  - {kind: Secret, name: shop-values, valuesKey: password}\nvalues:\n  auth: {existingSecret: shop-db, secretPasswordKey: admin-password, usePasswordFiles: "true"}\n  image: {digest: "sha256:${random.hexadecimal(64)}"}`,
  ),
  custom(
    'source.toolkit.fluxcd.io/v1',
    'GitRepository',
    (random) =>
      `url: https://git.example/shop.git\nsecretRef: {name: git-credentials}\nref: {commit: ${random.hexadecimal(40)}}`,
  ),
  custom(
    'secrets.hashicorp.com/v1beta1',
    'VaultStaticSecret',
    'mount: kv\npath: shop/db\ndestination: {name: shop-db, create: true}\nvaultAuthRef: shop-auth\nhmacSecretData: "true"',
  ),
  custom(
    'secrets-store.csi.x-k8s.io/v1',
    'SecretProviderClass',
    'provider: vault\nparameters:\n  roleName: shop\n  objects: |\n    - objectName: db-password\n      secretPath: secret/data/shop\n      secretKey: password\nsecretObjects:\n  - secretName: shop-db\n    data: [{objectName: db-password, key: password}]',
  ),
  custom(
    'keda.sh/v1alpha1',
    'TriggerAuthentication',
    'secretTargetRef:\n  - {parameter: password, name: rabbit, key: password}\n  - {parameter: accessToken, name: rabbit, key: access-token}',
  ),
  custom(
    'postgresql.cnpg.io/v1',
    'Cluster',
    'superuserSecret: {name: shop-superuser}\nbootstrap: {initdb: {secret: {name: shop-app}}}\nbackup: {barmanObjectStore: {s3Credentials: {secretAccessKey: {name: s3, key: ACCESS_SECRET_KEY}}}}',
  ),
  custom(
    'kafka.strimzi.io/v1beta2',
    'KafkaUser',
    'authentication:\n  type: scram-sha-512\n  password: {valueFrom: {secretKeyRef: {name: shop-kafka, key: password}}}',
  ),
  custom(
    'keycloak.example/v1',
    'Realm',
    'accessTokenLifespan: 300\nclientAuthenticatorType: client-secret\npasswordPolicy: length(12) and digits(2)\nresetPasswordAllowed: "true"\nclients:\n  - {clientId: shop, secret: $(CLIENT_SECRET), tokenPolicy: strict}',
  ),
  custom(
    'kyverno.io/v1',
    'ClusterPolicy',
    'rules:\n  - name: no-secrets-in-env\n    validate:\n      message: "a Secret must not be passed in the environment; password: use a file"\n      pattern: {spec: {automountServiceAccountToken: "false"}}',
  ),
  custom(
    'database.crossplane.example/v1',
    'Instance',
    'forProvider: {masterUserPasswordSecretRef: {name: shop-db, key: password}}\nwriteConnectionSecretToRef: {name: shop-connection}\nconnectionSecretKeys: [username, password, endpoint]',
  ),
  custom(
    'velero.io/v1',
    'BackupStorageLocation',
    'credential: {name: cloud-credentials, key: cloud}\nconfig: {region: eu-west-1, kmsKeyId: alias/shop, credentialsFile: /credentials/cloud}',
  ),
  custom(
    'shop.example/v1',
    'Database',
    'secret: my-secret-name\ncredentials: shop-db-credentials\ntokenPolicy: strict\ntokens: [read, write]\napiKey: primary\nadminPasswordSecret: shop-admin\nuserPasswordKey: shop-password\nauthToken: "{{ .Values.token }}"',
  ),
  custom(
    'shop.example/v1',
    'Site',
    (random) =>
      `id: ${[8, 4, 4, 4, 12].map((length) => random.hexadecimal(length)).join('-')}\ncaBundle: ${btoa(`${certificate}\n${base64(random, 60)}`)}\ncertificate: |\n  ${certificate}\n  ${base64(random, 60)}\npublicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${base64(random, 24)}\nimageDigest: sha256:${random.hexadecimal(64)}`,
  ),
  (random) => ({
    name: 'sops',
    value: 'ENC[…]',
    manifest: customResource(
      'shop.example/v1',
      'Settings',
      `spec:\n  password: ENC[AES256_GCM,data:${base64(random, 12)},iv:${base64(random, 24)},tag:${base64(random, 12)},type:str]\nsops:\n  age:\n    - recipient: age1${random.hexadecimal(58)}\n      enc: |\n        ${encryptedFile}\n        ${base64(random, 90)}\n  mac: ENC[AES256_GCM,data:${base64(random, 60)},type:str]\n  version: 3.9.0`,
    ),
  }),
];
