import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';
import { isUnalteredBinding } from '../../kubernetes/rbac/built-in-rule.ts';
import { holderNames } from '../../kubernetes/rbac/holder-names.ts';

/** More names make a message that nobody reads. */
const MOST_NAMES = 20;

export default defineCheck({
  id: 'rbac-cluster-admin-binding',
  on: binding,
  severity: 'high',
  title: 'cluster-admin is bound',
  why: 'Whoever takes one of the subjects does everything: in the whole cluster, or in the namespace of a RoleBinding.',
  advice: 'Bind a role that lists what is needed, and keep cluster-admin for an account that is used in an emergency.',
  messages: { bound: 'gives cluster-admin to {subjects}' },
  evaluate(judged, report) {
    if (judged.roleKind !== 'ClusterRole' || judged.roleName !== 'cluster-admin') return;
    if (judged.subjects.length === 0 || isUnalteredBinding(judged.resource)) return;
    report.fail('bound', judged.at('roleRef', 'name'), { subjects: holderNames([judged], MOST_NAMES) });
  },
});

function bindingOf(metadata: string, role: string, subjects: string): string {
  const kind = metadata.includes('namespace:') ? 'RoleBinding' : 'ClusterRoleBinding';
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  ${role}
subjects: [${subjects}]
`;
}

const builtIn = '{name: cluster-admin, labels: {kubernetes.io/bootstrapping: rbac-defaults}}';
const masters = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters"}';
const ann = '{apiGroup: rbac.authorization.k8s.io, kind: User, name: ann}';
const deployer = '{kind: ServiceAccount, name: deployer, namespace: shop}';

export const examples: CheckExamples = {
  pass: [
    bindingOf(builtIn, 'kind: ClusterRole\n  name: cluster-admin', masters),
    bindingOf('{name: deployer}', 'kind: ClusterRole\n  name: cluster-admin', ''),
    bindingOf('{name: deployer}', 'kind: ClusterRole\n  name: admin', deployer),
    bindingOf('{name: deployer, namespace: shop}', 'kind: Role\n  name: cluster-admin', deployer),
  ],
  fail: [
    {
      yaml: bindingOf(
        '{name: deployer}',
        'kind: ClusterRole\n  name: cluster-admin',
        `${deployer}, ${ann}, ${masters}, ${deployer.replace('shop', 'web')}`,
      ),
      at: '7:9',
      message:
        'gives cluster-admin to ServiceAccount shop/deployer, User ann, Group system:masters and ServiceAccount web/deployer',
    },
    {
      yaml: bindingOf('{name: deployer, namespace: shop}', 'kind: ClusterRole\n  name: cluster-admin', deployer),
      at: '7:9',
      message: 'gives cluster-admin to ServiceAccount shop/deployer',
    },
    {
      yaml: bindingOf(builtIn, 'kind: ClusterRole\n  name: cluster-admin', `${masters}, ${ann}`),
      at: '7:9',
      message: 'gives cluster-admin to Group system:masters and User ann',
    },
  ],
};
