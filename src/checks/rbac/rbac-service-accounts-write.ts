import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create', 'update', 'patch'], group: '', resources: ['serviceaccounts'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-service-accounts-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes service accounts',
  why: 'A holder of the role gives an account a role of the cloud, or registry credentials of its own, and every pod of the account gets them.',
  advice: 'Name the accounts in resourceNames, and let one controller create them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'serviceaccounts', 'update, patch', 'web')),
    roleManifest(
      ruleLines('""', 'serviceaccounts/token', 'create') + ruleLines('""', 'serviceaccounts', 'get, delete'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'serviceaccounts', 'create, update, patch'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders create, update and patch on serviceaccounts (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
