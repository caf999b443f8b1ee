import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';
import { isUnalteredBinding } from '../../kubernetes/rbac/built-in-rule.ts';

export default defineCheck({
  id: 'rbac-authenticated-binding',
  on: binding,
  severity: 'high',
  title: 'Role is given to everyone who can log in',
  why: 'Every account of the cluster has these rights, those of all pods included; on some clouds every account of the cloud.',
  advice: 'Bind the role to the groups or accounts that need it.',
  messages: { everyone: 'gives {role} to every authenticated account' },
  evaluate(judged, report) {
    for (const subject of judged.subjects) {
      if (subject.kind !== 'Group' || subject.name !== 'system:authenticated') continue;
      if (isUnalteredBinding(judged.resource)) return;
      report.fail('everyone', subject.at('name'), { role: judged.roleName }).about(subject.at());
    }
  },
});

function bindingOf(metadata: string, role: string, ...subjects: readonly string[]): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: ${metadata}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
${subjects.map((subject) => `  - {apiGroup: rbac.authorization.k8s.io, ${subject}}\n`).join('')}`;
}

const everyone = 'kind: Group, name: "system:authenticated"';

export const examples: CheckExamples = {
  pass: [
    bindingOf('{name: readers}', 'view', 'kind: Group, name: readers', 'kind: User, name: "system:authenticated"'),
    ...['system:basic-user', 'system:discovery'].map((name) =>
      bindingOf(`{name: "${name}", labels: {kubernetes.io/bootstrapping: rbac-defaults}}`, name, everyone),
    ),
    bindingOf(
      '{name: "system:public-info-viewer", labels: {kubernetes.io/bootstrapping: rbac-defaults}}',
      'system:public-info-viewer',
      everyone,
      'kind: Group, name: "system:unauthenticated"',
    ),
  ],
  fail: [
    {
      yaml: bindingOf('{name: readers}', 'view', 'kind: Group, name: readers', everyone),
      at: '10:62',
      message: 'gives view to every authenticated account',
    },
    {
      yaml: bindingOf(
        '{name: "system:basic-user", labels: {kubernetes.io/bootstrapping: rbac-defaults}}',
        'cluster-admin',
        everyone,
      ),
      at: '9:62',
      message: 'gives cluster-admin to every authenticated account',
    },
  ],
};
