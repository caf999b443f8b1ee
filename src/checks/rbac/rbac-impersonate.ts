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
  { verbs: ['impersonate'], group: '', resources: ['users', 'groups', 'serviceaccounts'], withNames: namesSystem },
  {
    verbs: ['impersonate'],
    group: 'authentication.k8s.io',
    resources: ['uids', 'userextras/*'],
    withNames: namesSystem,
  },
  {
    verbs: [
      'impersonate:user-info',
      'impersonate:serviceaccount',
      'impersonate:arbitrary-node',
      'impersonate:associated-node',
    ],
    group: 'authentication.k8s.io',
    resources: ['users', 'groups', 'uids', 'userextras/*', 'serviceaccounts', 'nodes'],
    withNames: namesSystem,
  },
];

function namesSystem(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('system:'));
}

export default defineCheck({
  id: 'rbac-impersonate',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role acts as other users',
  why: 'A holder of the role does whatever those may do whom it names in its requests, and the audit log shows their names.',
  advice: 'Name the users, groups or accounts that may be impersonated in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('""', 'users, groups, serviceaccounts', 'impersonate', 'auditor, ops:system:readers') +
        ruleLines('authentication.k8s.io', 'userextras/scopes', 'impersonate:user-info', 'read'),
    ),
    clusterRoleManifest(
      ruleLines('""', 'users, groups', 'get') +
        ruleLines('authentication.k8s.io', 'users, userextras', 'impersonate') +
        ruleLines('""', 'users', 'impersonate:user-info'),
    ),
    roleManifest(ruleLines('""', 'users, groups', 'impersonate')),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'users, groups, serviceaccounts', 'impersonate') +
          ruleLines('authentication.k8s.io', 'uids, userextras/scopes', 'impersonate') +
          ruleLines(
            'authentication.k8s.io',
            'users, groups, uids, userextras/scopes, serviceaccounts, nodes',
            'impersonate:user-info, impersonate:serviceaccount, impersonate:arbitrary-node, impersonate:associated-node',
          ) +
          ruleLines('""', 'groups', 'impersonate', '"system:masters"') +
          ruleLines('authentication.k8s.io', 'uids', 'impersonate', '"system:1"') +
          ruleLines('authentication.k8s.io', 'users', 'impersonate:user-info', 'auditor, "system:admin"'),
      ),
      at: ['10:17', '13:17', '16:17', '19:17', '23:17', '27:17'],
      message: [
        'rule 2 grants its holders impersonate on users, groups and serviceaccounts (assuming something binds the role)',
        'rule 3 grants its holders impersonate on uids and userextras/scopes (assuming something binds the role)',
        'rule 4 grants its holders impersonate:user-info, impersonate:serviceaccount, impersonate:arbitrary-node and impersonate:associated-node on users, groups, uids, userextras/scopes, serviceaccounts and nodes (assuming something binds the role)',
        'rule 5 grants its holders impersonate on groups named system:masters (assuming something binds the role)',
        'rule 6 grants its holders impersonate on uids named system:1 (assuming something binds the role)',
        'rule 7 grants its holders impersonate:user-info on users named system:admin (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'serviceaccounts', 'impersonate')),
      at: '11:17',
      message: 'rule 2 grants its holders impersonate on serviceaccounts (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
