import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isAggregated } from '../../kubernetes/aggregation.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { role } from '../../kubernetes/role.ts';
import { missingRoleUsers, roleUseOf } from '../../kubernetes/role-use.ts';

export default defineCheck({
  id: 'role-unused',
  on: role,
  severity: 'low',
  reads: [...bindingKinds, 'rbac.authorization.k8s.io/ClusterRole'],
  title: 'Role is not used',
  why: 'Who may bind roles finds one ready that grants what nobody expects any more.',
  advice: 'Remove the role.',
  messages: { unused: 'no binding and no aggregation uses {kind} "{name}"' },
  evaluate(judged, report, { inventory }) {
    const { resource, isClusterRole } = judged;
    if (judged.isBuiltIn || isAggregated(resource, inventory)) return;
    const { inNamespaces, inCluster, hidden } = roleUseOf(resource, inventory);
    if (inNamespaces || inCluster) return;
    const missing = hidden === undefined ? missingRoleUsers(resource, inventory) : { what: hidden };
    const kind = isClusterRole ? 'ClusterRole' : 'Role';
    if (missing !== undefined) report.unknown(missing);
    else {
      const at = { resource, path: ['metadata', 'name'] };
      report.fail('unused', at, { kind, name: resource.name }).about(judged.anchor);
    }
  },
});

const clusterRole = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: read-orders
  labels:
    part: shop
rules:
  - apiGroups: [shop.example]
    resources: [orders]
    verbs: [get]
`;

const ofNamespace = clusterRole
  .replace('ClusterRole', 'Role')
  .replace('name: read-orders', 'name: read-orders\n  namespace: shop');

function bound(kind: string, roleKind: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: read-orders
${kind === 'RoleBinding' ? '  namespace: shop\n' : ''}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${roleKind}
  name: read-orders
`;
}

const aggregating = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: shop
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: 'true'
aggregationRule:
  clusterRoleSelectors:
    - matchLabels:
        part: shop
rules: []
`;

export const examples: CheckExamples = {
  pass: [
    `${clusterRole}${bound('RoleBinding', 'ClusterRole')}`,
    `${clusterRole}${bound('ClusterRoleBinding', 'ClusterRole')}`,
    `${ofNamespace}${bound('RoleBinding', 'Role')}`,
    { yaml: `${clusterRole}${aggregating}`, complete: true },
    { yaml: clusterRole.replace('part: shop', 'kubernetes.io/bootstrapping: rbac-defaults'), complete: true },
  ],
  fail: [
    {
      yaml: clusterRole,
      complete: true,
      at: '4:9',
      message: 'no binding and no aggregation uses ClusterRole "read-orders"',
    },
    {
      yaml: `${ofNamespace}${bound('RoleBinding', 'ClusterRole')}`,
      complete: true,
      at: '4:9',
      message: 'no binding and no aggregation uses Role "read-orders"',
    },
    {
      yaml: `${clusterRole}${aggregating.replace('part: shop', 'part: other')}`,
      complete: true,
      at: '4:9',
      message: 'no binding and no aggregation uses ClusterRole "read-orders"',
    },
  ],
  unknown: [
    { yaml: clusterRole, missing: 'no RoleBinding is among the inputs' },
    { yaml: ofNamespace, missing: 'no RoleBinding of "shop" is among the inputs' },
  ],
};
