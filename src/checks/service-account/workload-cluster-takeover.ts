import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { heldRoleNames } from '../../kubernetes/rbac/account-rights.ts';
import { rolesBehind, takeoverBy } from '../../kubernetes/rbac/cluster-takeover.ts';
import { listed } from '../../kubernetes/rbac/holder-names.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { holdsApiToken } from '../../kubernetes/service-account-token.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

const ROLE_KINDS: readonly string[] = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];

export default defineCheck({
  id: 'workload-cluster-takeover',
  on: workload,
  severity: 'high',
  reads: ['ServiceAccount', ...bindingKinds, ...ROLE_KINDS],
  title: 'Token of the pods is enough to take the cluster',
  why: 'Whoever breaks into one of the containers goes from there to every node, Secret and workload.',
  advice: 'Grant the account what it calls and no more, in the namespaces where it is needed.',
  messages: { takes: 'ServiceAccount "{account}" of the pods can {powers}, through {roles}' },
  evaluate(judged, report, { inventory }) {
    if (isControlPlane(judged) || !holdsApiToken(judged, inventory)) return;
    const account = { namespace: judged.namespace, name: judged.serviceAccountName };
    const { powers, missing } = takeoverBy(account, inventory);
    if (powers.length === 0) {
      for (const reason of missing) report.unknown(reason);
      return;
    }
    const data = {
      account: account.name,
      powers: listed(powers.map(({ what }) => what)),
      roles: heldRoleNames(rolesBehind(powers)),
    };
    report.fail('takes', judged.at(judged.serviceAccountField), data);
  },
});

/** True for the pods of the control plane, as installers label them. */
function isControlPlane({ namespace, podMetadata }: Workload): boolean {
  return namespace === 'kube-system' && textMap(podMetadata['labels']).get('tier') === 'control-plane';
}

function podWith(fields: string, namespace = 'shop', labels = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${namespace}
${labels}spec:
  serviceAccountName: web
${fields}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

const pod = podWith('');

function clusterRole(rule: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules: [${rule}]
`;
}

function binding(kind: string, metadata: string, role: string, subject: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${role.slice(0, role.indexOf(' '))}, name: ${role.slice(role.indexOf(' ') + 1)}}
subjects: [${subject}]
`;
}

const web = '{kind: ServiceAccount, name: web, namespace: shop}';
const everywhere = binding('ClusterRoleBinding', '{name: web}', 'ClusterRole operator', web);
const secrets = clusterRole('{apiGroups: [""], resources: [secrets], verbs: [list]}');

const controller = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: system:controller:replicaset-controller
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:controller:replicaset-controller
subjects:
  - kind: ServiceAccount
    name: replicaset-controller
    namespace: kube-system
`;

/** A built-in role, which every account has, with a rule that somebody has added. */
const altered = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: system:basic-user
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: system:basic-user
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:basic-user
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:authenticated
`;

export const examples: CheckExamples = {
  pass: [
    { yaml: pod, complete: true },
    podWith('  automountServiceAccountToken: false\n') + secrets + everywhere,
    {
      yaml: pod + secrets + binding('RoleBinding', '{name: web, namespace: shop}', 'ClusterRole operator', web),
      complete: true,
    },
    {
      yaml: pod + clusterRole('{apiGroups: [""], resources: [configmaps, pods], verbs: [get, list]}') + everywhere,
      complete: true,
    },
    {
      yaml:
        podWith('', 'kube-system').replace('serviceAccountName: web', 'serviceAccountName: replicaset-controller') +
        controller,
      complete: true,
    },
    {
      yaml: `${podWith('', 'kube-system', '  labels:\n    tier: control-plane\n')}${secrets}${everywhere.replace('namespace: shop', 'namespace: kube-system')}`,
    },
  ],
  fail: [
    {
      yaml: pod + secrets + everywhere,
      at: '7:23',
      message: 'ServiceAccount "web" of the pods can read Secrets, through ClusterRole operator',
    },
    {
      yaml: `${podWith('', 'shop', '  labels:\n    tier: control-plane\n')}${binding(
        'RoleBinding',
        '{name: web, namespace: kube-system}',
        'Role writer',
        '{kind: Group, name: "system:serviceaccounts:shop"}',
      )}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: writer
  namespace: kube-system
rules:
  - apiGroups: [apps]
    resources: [daemonsets]
    verbs: [patch]
`,
      complete: true,
      at: '9:23',
      message: 'ServiceAccount "web" of the pods can create or change workloads, through Role kube-system/writer',
    },
    {
      yaml: `${podWith('', 'kube-system')}${secrets}${everywhere.replace('namespace: shop', 'namespace: kube-system')}`,
      at: '7:23',
      message: 'ServiceAccount "web" of the pods can read Secrets, through ClusterRole operator',
    },
    {
      yaml: pod + altered,
      at: '7:23',
      message: 'ServiceAccount "web" of the pods can read Secrets, through ClusterRole system:basic-user',
    },
  ],
  unknown: [
    { yaml: pod, missing: 'no ClusterRoleBinding is among the inputs' },
    { yaml: pod + everywhere, missing: 'no ClusterRole "operator" is among the inputs' },
  ],
};
