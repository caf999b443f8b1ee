import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';

export default defineCheck({
  id: 'rbac-subject-missing',
  on: binding,
  severity: 'low',
  reads: ['ServiceAccount', 'Namespace'],
  title: 'Binding names a ServiceAccount that does not exist',
  why: 'Whoever may create an account or a namespace of that name inherits the rights.',
  advice: 'Remove the subject, create the ServiceAccount, or name its namespace.',
  messages: {
    unplaced: 'ServiceAccount "{account}" has no namespace, so the API server refuses the whole binding',
    namespace: 'ServiceAccount "{account}" lies in "{namespace}", a namespace that does not exist',
    account: 'ServiceAccount "{account}" does not exist in "{namespace}"',
  },
  evaluate(judged, report, { inventory }) {
    for (const subject of judged.subjects) {
      if (subject.kind !== 'ServiceAccount') continue;
      const account = subject.name;
      // A RoleBinding means an account of its own namespace where it names none.
      const namespace = subject.namespace || judged.namespace;
      if (namespace === undefined) {
        report.fail('unplaced', subject.at('namespace'), { account });
        continue;
      }
      const lookup = inventory.find('ServiceAccount', account, namespace);
      if (lookup.is === 'found' && account !== 'default') continue;
      const place = inventory.find('Namespace', namespace);
      if (place.is === 'absent') report.fail('namespace', subject.at('namespace'), { account, namespace });
      else if (lookup.is === 'absent') report.fail('account', subject.at('name'), { account, namespace });
      else if (lookup.is === 'unknown') report.unknown(lookup.missing);
      else if (place.is === 'unknown') report.unknown(place.missing);
    }
  },
  fix: {
    effect: 'safe',
    because: 'nobody acts as an account that does not exist',
    edits(edit, { at, message }) {
      // Without this subject the binding is accepted, and the others get their rights.
      if (message !== 'unplaced') edit.remove({ resource: at.resource, path: at.path.slice(0, 2) });
    },
  },
});

function bindingOf(kind: string, ...subjects: readonly string[]): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: deployers
${kind === 'RoleBinding' ? '  namespace: shop\n' : ''}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - {kind: User, name: jo@shop.example}
  - ${subjects.join('\n  - ')}
`;
}

const account = `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ci
  namespace: shop
`;

const shop = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
`;

const ci = '{kind: ServiceAccount, name: ci, namespace: shop}';
const own = '{kind: ServiceAccount, name: ci}';
const standard = '{kind: ServiceAccount, name: default, namespace: shop}';
const ofBuild = '{kind: ServiceAccount, name: ci, namespace: build}';

export const examples: CheckExamples = {
  pass: [
    `${bindingOf('RoleBinding', ci, own)}${account}`,
    `${bindingOf('ClusterRoleBinding', ci)}${account}`,
    `${bindingOf('ClusterRoleBinding', standard)}${shop}`,
    { yaml: bindingOf('ClusterRoleBinding', '{kind: Group, name: shop}'), complete: true },
  ],
  fail: [
    {
      yaml: `${bindingOf('ClusterRoleBinding', own)}${account}`,
      at: '11:6',
      message: 'ServiceAccount "ci" has no namespace, so the API server refuses the whole binding',
      unfixed: true,
    },
    {
      yaml: bindingOf('ClusterRoleBinding', '{kind: ServiceAccount, name: ci, namespace: ""}'),
      at: '11:49',
      message: 'ServiceAccount "ci" has no namespace, so the API server refuses the whole binding',
      unfixed: true,
    },
    {
      yaml: `${bindingOf('ClusterRoleBinding', ci, standard)}${shop}`,
      complete: true,
      at: '11:34',
      message: 'ServiceAccount "ci" does not exist in "shop"',
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployers
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - {kind: User, name: jo@shop.example}
  - {kind: ServiceAccount, name: default, namespace: shop}
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
    },
    {
      yaml: bindingOf('RoleBinding', own, ofBuild) + shop,
      complete: true,
      at: ['12:34', '13:49'],
      message: [
        'ServiceAccount "ci" does not exist in "shop"',
        'ServiceAccount "ci" lies in "build", a namespace that does not exist',
      ],
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: deployers
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - {kind: User, name: jo@shop.example}
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
    },
    {
      yaml: bindingOf('RoleBinding', standard),
      complete: true,
      at: '12:54',
      message: 'ServiceAccount "default" lies in "shop", a namespace that does not exist',
      fixed: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: deployers
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - {kind: User, name: jo@shop.example}
`,
    },
  ],
  unknown: [
    { yaml: bindingOf('ClusterRoleBinding', ci), missing: 'no ServiceAccount "shop/ci" is among the inputs' },
    { yaml: bindingOf('ClusterRoleBinding', standard), missing: 'no Namespace "shop" is among the inputs' },
  ],
};
