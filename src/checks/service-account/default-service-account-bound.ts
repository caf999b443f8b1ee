import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { type BindingSubject, binding } from '../../kubernetes/binding.ts';
import { hasBootstrapLabel } from '../../kubernetes/bootstrap/built-in-objects.ts';

export default defineCheck({
  id: 'default-service-account-bound',
  on: binding,
  severity: 'high',
  title: 'Default ServiceAccount is given a role',
  why: 'Every pod of the namespace that names no account receives the rights of the role, whatever it is there for.',
  advice: 'Give the workload that needs the role a ServiceAccount of its own, and bind that.',
  messages: { bound: 'gives {roleKind} "{role}" to the default ServiceAccount of "{namespace}"' },
  evaluate(judged, report) {
    if (hasBootstrapLabel(judged.resource)) return;
    for (const subject of judged.subjects) {
      const namespace = namespaceOfDefault(subject);
      if (namespace === undefined) continue;
      const data = { roleKind: judged.roleKind, role: judged.roleName, namespace };
      report.fail('bound', subject.at('name'), data).about(subject.at());
    }
  },
});

/** The namespace of which the subject is the default account; undefined if it is none. */
function namespaceOfDefault({ kind, name, namespace = '' }: BindingSubject): string | undefined {
  if (kind === 'ServiceAccount') return name === 'default' ? namespace : undefined;
  return kind === 'User' ? /^system:serviceaccount:([^:]*):default$/.exec(name)?.[1] : undefined;
}

function bindingOf(subjects: string, labels = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
${labels}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
subjects:
${subjects}`;
}

const defaultAccount = `  - kind: ServiceAccount
    name: default
    namespace: shop
`;

export const examples: CheckExamples = {
  pass: [
    bindingOf(`  - kind: ServiceAccount
    name: web
    namespace: shop
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: default
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: system:serviceaccount:shop:default-reader
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:serviceaccount:shop:default
`),
    bindingOf(defaultAccount, '  labels:\n    kubernetes.io/bootstrapping: rbac-defaults\n'),
  ],
  fail: [
    {
      yaml: bindingOf(`  - kind: ServiceAccount
    name: web
    namespace: shop
${defaultAccount}`),
      at: '15:11',
      message: 'gives Role "reader" to the default ServiceAccount of "shop"',
    },
    {
      yaml: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: view
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: system:serviceaccount:warehouse:default
`,
      at: '12:11',
      message: 'gives ClusterRole "view" to the default ServiceAccount of "warehouse"',
    },
  ],
};
