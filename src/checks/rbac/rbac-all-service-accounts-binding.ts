import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { type Binding, type BindingSubject, binding } from '../../kubernetes/binding.ts';
import { isUnalteredBinding } from '../../kubernetes/rbac/built-in-rule.ts';

const EVERY_ACCOUNT = 'system:serviceaccounts';

export default defineCheck({
  id: 'rbac-all-service-accounts-binding',
  on: binding,
  severity: 'high',
  title: 'Role is given to all service accounts',
  why: 'Every pod that mounts a token has these rights, whatever it is there for, and so has whoever breaks into one of them.',
  advice: 'Bind the role to the accounts of the workloads that need it.',
  messages: { all: 'gives {role} to all service accounts: group {group}' },
  evaluate(judged, report) {
    const all = judged.subjects.filter(isEveryAccount);
    if (all.length === 0 || pullsImages(judged) || isUnalteredBinding(judged.resource)) return;
    for (const subject of all) {
      const data = { role: judged.roleName, group: subject.name };
      report.fail('all', subject.at('name'), data).about(subject.at());
    }
  },
});

/** True for the group of all accounts, or of those of one namespace. */
function isEveryAccount({ kind, name }: BindingSubject): boolean {
  return kind === 'Group' && (name === EVERY_ACCOUNT || name.startsWith(`${EVERY_ACCOUNT}:`));
}

/** True for what OpenShift binds in every project: its accounts pull the images of the project. */
function pullsImages({ namespace, roleKind, roleName }: Binding): boolean {
  return namespace !== undefined && roleKind === 'ClusterRole' && roleName === 'system:image-puller';
}

function bindingOf(metadata: string, role: string, subject: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${metadata.includes('namespace:') ? 'RoleBinding' : 'ClusterRoleBinding'}
metadata: ${metadata}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  ${role}
subjects:
  - {apiGroup: rbac.authorization.k8s.io, ${subject}}
`;
}

const all = 'kind: Group, name: "system:serviceaccounts"';
const ofShop = 'kind: Group, name: "system:serviceaccounts:shop"';
const puller = 'kind: ClusterRole\n  name: system:image-puller';

export const examples: CheckExamples = {
  pass: [
    bindingOf(
      '{name: readers}',
      'kind: ClusterRole\n  name: view',
      'kind: Group, name: "system:serviceaccounts-admin"',
    ),
    bindingOf('{name: readers}', 'kind: ClusterRole\n  name: view', 'kind: User, name: "system:serviceaccounts"'),
    bindingOf('{name: "system:image-pullers", namespace: shop}', puller, ofShop),
    bindingOf(
      '{name: "system:service-account-issuer-discovery", labels: {kubernetes.io/bootstrapping: rbac-defaults}}',
      'kind: ClusterRole\n  name: system:service-account-issuer-discovery',
      all,
    ),
  ],
  fail: [
    {
      yaml: bindingOf('{name: readers}', 'kind: ClusterRole\n  name: view', all),
      at: '9:62',
      message: 'gives view to all service accounts: group system:serviceaccounts',
    },
    {
      yaml: bindingOf('{name: readers, namespace: shop}', 'kind: Role\n  name: system:image-puller', ofShop),
      at: '9:62',
      message: 'gives system:image-puller to all service accounts: group system:serviceaccounts:shop',
    },
    {
      yaml: bindingOf('{name: "system:image-pullers"}', puller, ofShop),
      at: '9:62',
      message: 'gives system:image-puller to all service accounts: group system:serviceaccounts:shop',
    },
    {
      yaml: bindingOf('{name: readers, namespace: shop}', 'kind: ClusterRole\n  name: view', ofShop),
      at: '9:62',
      message: 'gives view to all service accounts: group system:serviceaccounts:shop',
    },
  ],
};
