import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { cluster } from '../../kubernetes/cluster.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { secretStoreKinds, usesSecretStore } from '../../kubernetes/secret-stores.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'external-secret-store-missing',
  on: cluster,
  severity: 'low',
  optIn: true,
  parameters: { systemNamespaces },
  reads: ['Secret', ...secretStoreKinds, ...workloadKinds],
  title: 'Credentials are kept in the cluster alone',
  why: 'Without an outside store, credentials are copied by hand, outlive their users, and leave no trace when they are read.',
  advice: 'Keep credentials in a secret store, and bring them in with an operator or the Secrets Store CSI driver.',
  messages: { missing: 'the cluster has {count} Secrets of type Opaque and takes none from an outside store' },
  evaluate(judged, report, { parameters, inventory }) {
    const secrets = inventory.select('Secret');
    const own = secrets.items.filter(({ namespace = '' }) => !parameters.systemNamespaces.includes(namespace));
    const count = own.filter(isOpaque).length;
    if (count === 0) {
      if (secrets.missing !== undefined) report.unknown(secrets.missing);
      return;
    }
    const store = usesSecretStore(inventory);
    if (store.is) return;
    if (store.missing === undefined) report.fail('missing', judged.at(), { count });
    else report.unknown(store.missing);
  },
});

/** True for a Secret of no special type. */
function isOpaque({ content }: Resource): boolean {
  return (asString(content['type']) || 'Opaque') === 'Opaque';
}

function secret(namespace: string, type = ''): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: db
  namespace: ${namespace}
${type}`;
}

function object(kind: string): string {
  const [group = '', name = ''] = kind.split('/');
  return `apiVersion: ${group}/v1
kind: ${name}
metadata:
  name: db
`;
}

function deployment(inject: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      annotations:
        vault.hashicorp.com/agent-inject: "${inject}"
    spec:
      containers: []
`;
}

const opaque = secret('shop', 'type: Opaque\n');

export const examples: CheckExamples = {
  pass: [
    ...secretStoreKinds.map((kind) => `${opaque}---\n${object(kind)}`),
    `${opaque}---\n${deployment('true')}`,
    { yaml: secret('shop', 'type: kubernetes.io/tls\n'), complete: true },
    ...systemNamespaces.default.map((namespace) => ({ yaml: secret(namespace), complete: true })),
    { yaml: opaque, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
  fail: [
    {
      yaml: `${opaque}---\n${secret('bank')}---\n${deployment('false')}`,
      complete: true,
      at: 'nowhere',
      message: 'the cluster has 2 Secrets of type Opaque and takes none from an outside store',
    },
  ],
  unknown: [
    { yaml: opaque, missing: 'no ExternalSecret is among the inputs' },
    { yaml: deployment('true'), missing: 'no Secret is among the inputs' },
  ],
};
