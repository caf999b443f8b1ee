import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { binding } from '../../kubernetes/binding.ts';

const ROLE = 'rbac.authorization.k8s.io/Role';
const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';

export default defineCheck({
  id: 'rbac-role-missing',
  on: binding,
  severity: 'medium',
  reads: [ROLE, CLUSTER_ROLE],
  title: 'Binding names a role that does not exist',
  why: 'Whoever may create a role of that name decides what the subjects of the binding get.',
  advice: 'Create the role, or remove the binding.',
  messages: {
    role: 'Role "{role}" does not exist in "{namespace}"',
    clusterRole: 'ClusterRole "{role}" does not exist',
  },
  evaluate(judged, report, { inventory }) {
    const { roleKind, roleName: role, namespace } = judged;
    const at = judged.at('roleRef', 'name');
    if (roleKind === 'ClusterRole') {
      const lookup = inventory.find(CLUSTER_ROLE, role);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('clusterRole', at, { role });
    } else if (roleKind === 'Role' && namespace !== undefined) {
      const lookup = inventory.find(ROLE, role, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is === 'absent') report.fail('role', at, { role, namespace });
    }
  },
});

function bindingTo(kind: string, name: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: deployers
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${kind}
  name: ${name}
`;
}

function roleOf(kind: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: deployer
  namespace: shop
rules: []
`;
}

const ofCluster = bindingTo('Role', 'deployer')
  .replace('RoleBinding', 'ClusterRoleBinding')
  .replace('  namespace: shop\n', '');

export const examples: CheckExamples = {
  pass: [
    `${bindingTo('Role', 'deployer')}${roleOf('Role')}`,
    `${bindingTo('ClusterRole', 'deployer')}${roleOf('ClusterRole')}`,
    bindingTo('ClusterRole', 'edit'),
    // The API server refuses other kinds.
    { yaml: bindingTo('Account', 'deployer'), complete: true },
    { yaml: ofCluster, complete: true },
  ],
  fail: [
    {
      yaml: `${bindingTo('Role', 'deployer')}${roleOf('ClusterRole')}`,
      complete: true,
      at: '9:9',
      message: 'Role "deployer" does not exist in "shop"',
    },
    {
      yaml: `${bindingTo('Role', 'deployer')}${roleOf('Role').replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '9:9',
      message: 'Role "deployer" does not exist in "shop"',
    },
    {
      yaml: `${bindingTo('ClusterRole', 'deployer')}${roleOf('Role')}`,
      complete: true,
      at: '9:9',
      message: 'ClusterRole "deployer" does not exist',
    },
  ],
  unknown: [
    { yaml: bindingTo('Role', 'deployer'), missing: 'no Role "shop/deployer" is among the inputs' },
    { yaml: bindingTo('ClusterRole', 'deployer'), missing: 'no ClusterRole "deployer" is among the inputs' },
  ],
};
