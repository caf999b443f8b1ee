import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';
import { holderNames } from '../../kubernetes/rbac/holder-names.ts';

/** Roles that are made for one namespace. */
const NAMESPACE_ROLES: readonly string[] = ['admin', 'edit'];

export default defineCheck({
  id: 'rbac-cluster-wide-admin-edit',
  on: binding,
  severity: 'high',
  title: 'Role admin or edit is bound in every namespace',
  why: 'Whoever takes one of the subjects reads every Secret of the cluster and runs code in every pod, kube-system included.',
  advice: 'Bind the role by RoleBindings in the namespaces where it is needed.',
  messages: { bound: 'gives {role} in every namespace to {subjects}' },
  evaluate(judged, report) {
    if (!judged.isClusterRoleBinding || judged.roleKind !== 'ClusterRole') return;
    if (!NAMESPACE_ROLES.includes(judged.roleName) || judged.subjects.length === 0) return;
    const data = { role: judged.roleName, subjects: holderNames([judged]) };
    report.fail('bound', judged.at('roleRef', 'name'), data);
  },
});

function bindingOf(role: string, { kind = 'ClusterRole', namespace = '', subject = 'deployers' } = {}): string {
  const subjects = subject === '' ? '' : `{apiGroup: rbac.authorization.k8s.io, kind: Group, name: ${subject}}`;
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${namespace === '' ? 'ClusterRoleBinding' : 'RoleBinding'}
metadata: {name: deployers${namespace === '' ? '' : `, namespace: ${namespace}`}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${kind}
  name: ${role}
subjects: [${subjects}]
`;
}

export const examples: CheckExamples = {
  pass: [
    bindingOf('admin', { namespace: 'shop' }),
    bindingOf('view'),
    bindingOf('edit', { subject: '' }),
    bindingOf('edit', { kind: 'Role' }),
  ],
  fail: [
    { yaml: bindingOf('admin'), at: '7:9', message: 'gives admin in every namespace to Group deployers' },
    { yaml: bindingOf('edit'), at: '7:9', message: 'gives edit in every namespace to Group deployers' },
  ],
};
