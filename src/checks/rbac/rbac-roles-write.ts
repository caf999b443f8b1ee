import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
    group: 'rbac.authorization.k8s.io',
    resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-roles-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes roles and bindings',
  why: 'A holder of the role takes rights away from others, or hands on all that it has; together with bind or escalate it takes everything.',
  advice: 'Keep roles and bindings under review in a repository, and let only its controller write them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('rbac.authorization.k8s.io', 'roles', 'update', 'web') +
        ruleLines('rbac.authorization.k8s.io', 'roles', 'get, bind'),
    ),
    roleManifest(
      ruleLines('example.com', 'roles', 'create') + ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'create'),
    ),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines(
            'rbac.authorization.k8s.io',
            'roles, clusterroles, rolebindings, clusterrolebindings',
            'create, update, patch, delete, deletecollection',
          ),
      ),
      at: '10:17',
      message:
        'rule 2 grants its holders create, update, patch, delete and deletecollection on roles, clusterroles, rolebindings and clusterrolebindings (assuming something binds the role)',
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('rbac.authorization.k8s.io', 'roles, rolebindings', 'patch'),
      ),
      at: '11:17',
      message: 'rule 2 grants its holders patch on roles and rolebindings (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
