import type { Random } from '../../bench/random.ts';
import type { LookAlike } from './look-alikes.ts';
import { pod } from './place.ts';

type Make = (random: Random) => LookAlike;

/** A Pod with an annotation of a value. */
export function annotated(name: string, value: string): string {
  const entry = `  annotations:\n    ${JSON.stringify(name)}: ${JSON.stringify(value)}\n`;
  return pod('tty: true').replace('  name: planted\n', `  name: planted\n${entry}`);
}

function annotation(name: string, ...values: readonly string[]): Make {
  return (random) => withManifest(name, random.pick(values));
}

function generated(name: string, value: (random: Random) => string): Make {
  return (random) => withManifest(name, value(random));
}

function withManifest(name: string, value: string): LookAlike {
  return { name, value, manifest: annotated(name, value) };
}

const inject = '{{- with secret "secret/data/shop" -}}\nexport DB_PASSWORD="{{ .Data.data.password }}"\n{{- end }}';

/** What controllers and charts write into annotations. */
export const annotationLookAlikes: readonly Make[] = [
  generated('checksum/secret', (random) => random.hexadecimal(64)),
  generated('checksum/db-credentials', (random) => random.hexadecimal(40)),
  generated('shop.example/secret-hash', (random) => random.hexadecimal(32)),
  generated('shop.example/token-sha256', (random) => random.hexadecimal(64)),
  generated('shop.example/secret-version', (random) => String(random.integer(100_000, 99_999_999))),
  generated('shop.example/git-commit', (random) => random.hexadecimal(40)),
  generated('cni.projectcalico.org/containerID', (random) => random.hexadecimal(64)),
  generated('shop.example/image', (random) => `registry.example/web@sha256:${random.hexadecimal(64)}`),
  generated('kubernetes.io/service-account.uid', uuid),
  generated('objectset.rio.cattle.io/applied', (random) => `H4sIAAAAAAAA/${btoa(random.hexadecimal(90))}`),
  annotation('secret.reloader.stakater.com/reload', 'shop-db,shop-cache', 'shop-db'),
  annotation('reloader.stakater.com/match', 'true'),
  annotation('vault.hashicorp.com/agent-inject-secret-db-password', 'database/creds/shop', 'secret/data/shop/db'),
  annotation('vault.hashicorp.com/agent-inject-template-db-password', inject),
  annotation('vault.hashicorp.com/agent-inject-token', 'true'),
  annotation('vault.hashicorp.com/tls-secret', 'vault-tls'),
  annotation('vault.hashicorp.com/auth-path', 'auth/kubernetes'),
  annotation('vault.security.banzaicloud.io/vault-env-from-path', 'secret/data/shop'),
  annotation('nginx.ingress.kubernetes.io/auth-secret', 'basic-auth', 'shop/basic-auth', 'shop-auth-2'),
  annotation('nginx.ingress.kubernetes.io/auth-tls-secret', 'shop/client-ca'),
  annotation('nginx.ingress.kubernetes.io/auth-realm', 'Authentication Required', 'enter your password'),
  annotation('nginx.ingress.kubernetes.io/auth-url', 'https://sso.example/oauth2/auth'),
  annotation('nginx.ingress.kubernetes.io/auth-response-headers', 'Authorization, X-Auth-Request-Access-Token'),
  annotation(
    'nginx.ingress.kubernetes.io/configuration-snippet',
    'proxy_set_header Authorization $http_authorization;',
    'proxy_set_header X-Api-Key $upstream_http_x_api_key;',
  ),
  annotation('alb.ingress.kubernetes.io/auth-idp-oidc', '{"issuer":"https://sso.example","secretName":"oidc-client"}'),
  annotation('cert-manager.io/private-key-secret-name', 'shop-account-key'),
  annotation('cert-manager.io/private-key-algorithm', 'ECDSA'),
  annotation('cert-manager.io/private-key-rotation-policy', 'Always'),
  annotation('argocd-image-updater.argoproj.io/web.pull-secret', 'pullsecret:argocd/registry'),
  annotation('argocd-image-updater.argoproj.io/write-back-method', 'git:secret:argocd/git-creds'),
  annotation('argocd.argoproj.io/tracking-id', 'shop:apps/Deployment:shop/web'),
  annotation('replicator.v1.mittwald.de/replicate-from', 'shop/registry-secret'),
  annotation('secret-generator.v1.mittwald.de/autogenerate', 'password'),
  annotation('eks.amazonaws.com/token-expiration', '86400'),
  annotation('eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:role/shop'),
  annotation('iam.gke.io/gcp-service-account', 'shop@shop-prod.iam.gserviceaccount.com'),
  annotation('helm.sh/hook', 'pre-install,pre-upgrade'),
  annotation('helm.sh/resource-policy', 'keep'),
  annotation('kubernetes.io/description', 'Holds the password of the shop; the token is sent to your phone'),
  annotation('shop.example/password-policy', 'strong', 'length-12'),
  annotation('shop.example/credentials', 'shop-db-credentials', 'vault:secret/data/shop#word'),
];

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => random.hexadecimal(length)).join('-');
}
