import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import { type Binding, type BindingSubject, binding } from '../../kubernetes/binding.ts';
import { isUnalteredBinding } from '../../kubernetes/rbac/built-in-rule.ts';
import { roleOfBinding } from '../../kubernetes/rbac/role-bindings.ts';
import { type Rule, roleOf } from '../../kubernetes/role.ts';

export default defineCheck({
  id: 'rbac-anonymous-binding',
  on: binding,
  severity: 'critical',
  reads: ['rbac.authorization.k8s.io/Role'],
  title: 'Role is given to requests without a user',
  why: 'Anyone who reaches the API server has these rights, without a credential.',
  advice: 'Bind the role to the accounts that need it, and remove the subject.',
  messages: { anonymous: 'gives {role} to {kind} {name}, which is everyone' },
  evaluate(judged, report, { inventory }) {
    const everyone = judged.subjects.filter(isAnonymous);
    if (everyone.length === 0 || isUnalteredBinding(judged.resource)) return;
    const showsOnly = showsOnlyClusterInfo(judged, inventory);
    if (showsOnly === true) return;
    if (showsOnly !== false) {
      report.unknown(showsOnly);
      return;
    }
    for (const subject of everyone) {
      const { kind, name } = subject;
      report.fail('anonymous', subject.at('name'), { role: judged.roleName, kind, name }).about(subject.at());
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'requests without a credential are refused',
    edits(edit, finding) {
      const { resource, path } = finding.at;
      edit.remove({ resource, path: path.slice(0, -1) });
    },
  },
});

function isAnonymous({ kind, name }: BindingSubject): boolean {
  return (kind === 'User' && name === 'system:anonymous') || (kind === 'Group' && name === 'system:unauthenticated');
}

/** True for a binding in kube-public that opens no more than what kubeadm join reads; what is missing where that is not shown. */
function showsOnlyClusterInfo(judged: Binding, inventory: Inventory): boolean | Missing {
  if (judged.namespace !== 'kube-public' || judged.roleKind !== 'Role') return false;
  const lookup = roleOfBinding(judged, inventory);
  if (lookup.is === 'unknown') return lookup.missing;
  return lookup.is === 'found' && roleOf(lookup.item, inventory).rules.every(readsClusterInfo);
}

function readsClusterInfo({ verbs, apiGroups, resources, resourceNames, nonResourceUrls }: Rule): boolean {
  return (
    verbs.every((verb) => verb === 'get') &&
    apiGroups.every((group) => group === '') &&
    resources.every((resource) => resource === 'configmaps') &&
    resourceNames.length > 0 &&
    resourceNames.every((name) => name === 'cluster-info') &&
    nonResourceUrls.length === 0
  );
}

const anonymous = '  - apiGroup: rbac.authorization.k8s.io\n    kind: User\n    name: system:anonymous\n';
const unauthenticated = '  - apiGroup: rbac.authorization.k8s.io\n    kind: Group\n    name: system:unauthenticated\n';
const ann = '  - apiGroup: rbac.authorization.k8s.io\n    kind: User\n    name: ann\n';

function bindingOf(kind: string, metadata: string, role: string, subjects: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  ${role}
${subjects === '' ? '' : `subjects:\n${subjects}`}`;
}

const view = (subjects: string) =>
  bindingOf('ClusterRoleBinding', '{name: open}', 'kind: ClusterRole\n  name: view', subjects);

const join = (namespace: string, role = 'kind: Role\n  name: join') =>
  bindingOf('RoleBinding', `{name: join, namespace: ${namespace}}`, role, unauthenticated);

function joinRole(rule: string, namespace = 'kube-public'): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: join, namespace: ${namespace}}
rules: [${rule}]
`;
}

const clusterInfo = '{apiGroups: [""], resources: [configmaps], resourceNames: [cluster-info], verbs: [get]}';

/** Binding and role of kube-public, where the role opens more. */
function opensMore(rule: string) {
  return {
    yaml: join('kube-public') + joinRole(rule),
    at: '11:11',
    message: 'gives join to Group system:unauthenticated, which is everyone',
    fixed:
      bindingOf('RoleBinding', '{name: join, namespace: kube-public}', 'kind: Role\n  name: join', '') + joinRole(rule),
  };
}

export const examples: CheckExamples = {
  pass: [
    view(ann),
    view(anonymous.replace('kind: User', 'kind: Group') + unauthenticated.replace('kind: Group', 'kind: User')),
    bindingOf(
      'ClusterRoleBinding',
      '{name: "system:public-info-viewer", labels: {kubernetes.io/bootstrapping: rbac-defaults}}',
      'kind: ClusterRole\n  name: system:public-info-viewer',
      `${unauthenticated}${unauthenticated.replace('unauthenticated', 'authenticated')}`,
    ),
    join('kube-public') + joinRole(clusterInfo),
  ],
  fail: [
    {
      yaml: view(ann + anonymous + unauthenticated),
      at: ['14:11', '17:11'],
      message: [
        'gives view to User system:anonymous, which is everyone',
        'gives view to Group system:unauthenticated, which is everyone',
      ],
      fixed: view(ann),
    },
    {
      yaml: bindingOf(
        'ClusterRoleBinding',
        '{name: "system:public-info-viewer"}',
        'kind: ClusterRole\n  name: system:public-info-viewer',
        anonymous,
      ),
      at: '11:11',
      message: 'gives system:public-info-viewer to User system:anonymous, which is everyone',
      fixed: bindingOf(
        'ClusterRoleBinding',
        '{name: "system:public-info-viewer"}',
        'kind: ClusterRole\n  name: system:public-info-viewer',
        '',
      ),
    },
    opensMore(clusterInfo.replace('get', 'get, list')),
    opensMore(clusterInfo.replace('[""]', '["", apps]')),
    opensMore(clusterInfo.replace('configmaps', 'configmaps, secrets')),
    opensMore(clusterInfo.replace('cluster-info', 'cluster-info, other')),
    opensMore(clusterInfo.replace('cluster-info', '')),
    opensMore(`${clusterInfo}, {nonResourceURLs: [/metrics], resourceNames: [cluster-info], verbs: [get]}`),
    {
      ...opensMore(clusterInfo),
      yaml: join('shop') + joinRole(clusterInfo, 'shop'),
      fixed:
        bindingOf('RoleBinding', '{name: join, namespace: shop}', 'kind: Role\n  name: join', '') +
        joinRole(clusterInfo, 'shop'),
    },
    {
      ...opensMore(''),
      yaml: join('kube-public', 'kind: ClusterRole\n  name: join'),
      fixed: bindingOf('RoleBinding', '{name: join, namespace: kube-public}', 'kind: ClusterRole\n  name: join', ''),
    },
    {
      ...opensMore(''),
      yaml: join('kube-public'),
      complete: true,
      fixed: bindingOf('RoleBinding', '{name: join, namespace: kube-public}', 'kind: Role\n  name: join', ''),
    },
  ],
  unknown: [{ yaml: join('kube-public'), missing: 'no Role "kube-public/join" is among the inputs' }],
};
