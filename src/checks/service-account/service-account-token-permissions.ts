import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { heldRoleNames, rolesOfAccount } from '../../kubernetes/rbac/account-rights.ts';
import { holdsApiToken } from '../../kubernetes/service-account-token.ts';
import { workload } from '../../kubernetes/workload.ts';

const ROLE_KINDS: readonly string[] = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];

export default defineCheck({
  id: 'service-account-token-permissions',
  on: workload,
  severity: 'low',
  reads: ['ServiceAccount', ...bindingKinds, ...ROLE_KINDS],
  title: 'Token of the pods has rights of its own',
  why: 'Whoever breaks into a container finds the token and holds these rights.',
  advice: 'Bind no more than the workload calls, or set automountServiceAccountToken to false where it calls nothing.',
  messages: { bound: 'the token of ServiceAccount "{account}" in the pods holds {roles}' },
  evaluate(judged, report, { inventory }) {
    if (!holdsApiToken(judged, inventory)) return;
    const account = { namespace: judged.namespace, name: judged.serviceAccountName };
    const { held, missing } = rolesOfAccount(account, inventory);
    if (held.length === 0) {
      for (const reason of missing) report.unknown(reason);
      return;
    }
    const data = { account: account.name, roles: heldRoleNames(held) };
    report.fail('bound', judged.at(judged.serviceAccountField), data);
  },
});

function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
${fields}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

const pod = podWith('');

function role(rules: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules: ${rules}
`;
}

const reader = role('[{apiGroups: [""], resources: [configmaps], verbs: [get]}]');

function roleBinding(kind: string, name: string, subject: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${kind}
  name: ${name}
subjects: [${subject}]
`;
}

const web = '{kind: ServiceAccount, name: web, namespace: shop}';
const webAsUser = '{kind: User, name: "system:serviceaccount:shop:web"}';

export const examples: CheckExamples = {
  pass: [
    { yaml: pod, complete: true },
    `${podWith('  automountServiceAccountToken: false\n')}${roleBinding('Role', 'reader', web)}${reader}`,
    { yaml: pod + roleBinding('Role', 'reader', web) + role('[]'), complete: true },
    { yaml: pod + roleBinding('Role', 'missing', web), complete: true },
    {
      yaml: `${pod}${roleBinding(
        'Role',
        'reader',
        '{kind: ServiceAccount, name: web, namespace: warehouse}, {kind: User, name: web}, {kind: ServiceAccount, name: shop, namespace: shop}, {kind: Group, name: "system:serviceaccounts:shop"}',
      )}${reader}`,
      complete: true,
    },
  ],
  fail: [
    {
      yaml: pod + roleBinding('Role', 'reader', web) + reader,
      at: '7:23',
      message: 'the token of ServiceAccount "web" in the pods holds Role shop/reader',
    },
    {
      yaml: pod + roleBinding('ClusterRole', 'view', webAsUser),
      at: '7:23',
      message: 'the token of ServiceAccount "web" in the pods holds ClusterRole view',
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  automountServiceAccountToken: false
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts: [{name: api, mountPath: /var/run/secrets/api}]
  volumes:
    - name: api
      projected:
        sources: [{serviceAccountToken: {path: token}}]
${roleBinding('Role', 'reader', web)}${reader}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects: [${web}]
`,
      at: '8:23',
      message: 'the token of ServiceAccount "web" in the pods holds Role shop/reader and ClusterRole view',
    },
    {
      yaml: `${pod}      volumeMounts: [{name: kube-api-access-x7k2p, mountPath: /var/run/secrets/kubernetes.io/serviceaccount}]
  volumes:
    - name: kube-api-access-x7k2p # from before the account opted out
      projected:
        sources: [{serviceAccountToken: {path: token, expirationSeconds: 3607}}]
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
automountServiceAccountToken: false
${roleBinding('Role', 'reader', web)}${reader}`,
      at: '7:23',
      message: 'the token of ServiceAccount "web" in the pods holds Role shop/reader',
    },
  ],
  unknown: [
    { yaml: pod, missing: 'no ClusterRoleBinding is among the inputs' },
    { yaml: pod + roleBinding('Role', 'reader', web), missing: 'no Role "shop/reader" is among the inputs' },
  ],
};
