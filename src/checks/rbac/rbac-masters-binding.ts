import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';
import { isUnalteredBinding } from '../../kubernetes/rbac/built-in-rule.ts';

export default defineCheck({
  id: 'rbac-masters-binding',
  on: binding,
  severity: 'medium',
  title: 'Group system:masters is bound',
  why: 'Members of the group are allowed everything before roles are asked, and nothing takes that from a certificate that names it.',
  advice: 'Remove the subject, issue no certificates with this group, and use groups of your own in bindings.',
  messages: { bound: 'gives {role} to the group system:masters, which is allowed everything' },
  evaluate(judged, report) {
    for (const subject of judged.subjects) {
      if (subject.kind !== 'Group' || subject.name !== 'system:masters') continue;
      if (isUnalteredBinding(judged.resource)) return;
      report.fail('bound', subject.at('name'), { role: judged.roleName }).about(subject.at());
    }
  },
  fix: {
    effect: 'safe',
    because: 'the group is allowed everything without the binding',
    edits(edit, finding) {
      const { resource, path } = finding.at;
      edit.remove({ resource, path: path.slice(0, -1) });
    },
  },
});

function bindingOf(metadata: string, ...subjects: readonly string[]): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: ${metadata}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
${subjects.map((subject) => `  - ${subject}\n`).join('')}`;
}

const masters = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters"}';
const admins = '{apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins}';
const builtIn = '{name: cluster-admin, labels: {kubernetes.io/bootstrapping: rbac-defaults}}';

export const examples: CheckExamples = {
  pass: [
    bindingOf('{name: admins}', admins, masters.replace('kind: Group', 'kind: User')),
    bindingOf(builtIn, masters),
  ],
  fail: [
    {
      yaml: bindingOf('{name: admins}', masters, admins),
      at: '9:62',
      message: 'gives cluster-admin to the group system:masters, which is allowed everything',
      fixed: bindingOf('{name: admins}', admins),
    },
    {
      yaml: bindingOf(builtIn, admins, masters),
      at: '10:62',
      message: 'gives cluster-admin to the group system:masters, which is allowed everything',
      fixed: bindingOf(builtIn, admins),
    },
  ],
};
