import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'service-account-unused',
  on: objectsOf('ServiceAccount'),
  severity: 'low',
  parameters: { systemNamespaces },
  reads: [...workloadKinds, ...bindingKinds],
  title: 'ServiceAccount is not used',
  why: 'Whoever may create pods or tokens can act under a name that looks expected and that nobody watches.',
  advice: 'Remove the ServiceAccount.',
  messages: { unused: 'no pod runs as ServiceAccount "{name}", and no binding names it' },
  evaluate(judged, report, { parameters, inventory }) {
    const { name, namespace = '', references } = judged;
    if (name === 'default' || parameters.systemNamespaces.includes(namespace)) return;
    if (references.useOf('ServiceAccount', name, namespace) !== undefined) return;
    const hidden = references.hidden(namespace);
    const missing = hidden === undefined ? missingUsers(inventory, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else report.fail('unused', judged.at('metadata', 'name'), { name }).about(judged.at());
  },
});

/** Bindings of every namespace may name an account. */
function missingUsers(inventory: Inventory, namespace: string): Missing | undefined {
  return missingKinds(inventory, workloadKinds, namespace) ?? missingKinds(inventory, bindingKinds, undefined);
}

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
`;

const pod = `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

const binding = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: deployers
  namespace: build
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`;

export const examples: CheckExamples = {
  pass: [
    `${account}${pod}`,
    `${account}${binding}`,
    account +
      binding.replace(
        '- kind: ServiceAccount\n    name: web\n    namespace: shop',
        '- kind: User\n    name: system:serviceaccount:shop:web',
      ),
    { yaml: account.replace('name: web', 'name: default'), complete: true },
    { yaml: account.replace('shop', 'kube-system'), complete: true },
    { yaml: account, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
  fail: [
    {
      yaml: account,
      complete: true,
      at: '4:9',
      message: 'no pod runs as ServiceAccount "web", and no binding names it',
    },
    {
      yaml: `${account}${pod.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '4:9',
      message: 'no pod runs as ServiceAccount "web", and no binding names it',
    },
    {
      yaml: `${account}${binding.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '4:9',
      message: 'no pod runs as ServiceAccount "web", and no binding names it',
    },
  ],
  unknown: [{ yaml: account, missing: 'no Pod of "shop" is among the inputs' }],
};
