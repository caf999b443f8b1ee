import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['bind'],
    group: 'rbac.authorization.k8s.io',
    resources: ['roles', 'clusterroles'],
    withNames: namesPowerful,
  },
  { verbs: ['escalate'], group: 'rbac.authorization.k8s.io', resources: ['roles', 'clusterroles'] },
];

const POWERFUL_ROLES: readonly string[] = ['cluster-admin', 'admin', 'edit'];

function namesPowerful(names: readonly string[]): boolean {
  return names.some((name) => POWERFUL_ROLES.includes(name) || name.startsWith('system:'));
}

export default defineCheck({
  id: 'rbac-bind-escalate',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role gives away rights that its holder lacks',
  why: 'A holder of the role writes itself any right of the cluster: the API server no longer compares what it gives with what it has.',
  advice: 'Take bind and escalate away; where a controller must bind roles, name those roles in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind', 'view, shop-reader') +
        ruleLines('rbac.authorization.k8s.io', 'roles, clusterroles', 'create, update'),
    ),
    roleManifest(
      ruleLines('example.com', 'roles', 'bind, escalate') +
        ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'escalate'),
    ),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('rbac.authorization.k8s.io', 'roles, clusterroles', 'bind') +
          ruleLines('rbac.authorization.k8s.io', 'roles, clusterroles', 'escalate', 'shop-reader') +
          ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind', 'cluster-admin') +
          ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind', 'admin') +
          ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind', 'edit') +
          ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind', 'view, "system:node"'),
      ),
      at: ['10:17', '13:17', '17:17', '21:17', '25:17', '29:17'],
      message: [
        'rule 2 grants its holders bind on roles and clusterroles (assuming something binds the role)',
        'rule 3 grants its holders escalate on roles and clusterroles (assuming something binds the role)',
        'rule 4 grants its holders bind on clusterroles named cluster-admin (assuming something binds the role)',
        'rule 5 grants its holders bind on clusterroles named admin (assuming something binds the role)',
        'rule 6 grants its holders bind on clusterroles named edit (assuming something binds the role)',
        'rule 7 grants its holders bind on clusterroles named system:node (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('rbac.authorization.k8s.io', 'clusterroles', 'bind') +
          ruleLines('rbac.authorization.k8s.io', 'roles', 'escalate'),
      ),
      at: ['11:17', '14:17'],
      message: [
        'rule 2 grants its holders bind on clusterroles (assuming something binds the role)',
        'rule 3 grants its holders escalate on roles (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
