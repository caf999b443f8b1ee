import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create'], group: '', resources: ['serviceaccounts/token'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-service-account-token-create',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role mints tokens of service accounts',
  why: 'A holder of the role makes a token of any account of the namespace and acts as that account.',
  advice: 'Name the accounts in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'serviceaccounts/token', 'create', 'web')),
    roleManifest(ruleLines('""', 'serviceaccounts', 'create') + ruleLines('""', 'serviceaccounts/token', 'get')),
  ],
  fail: [
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'serviceaccounts/token', 'create')),
      at: '11:17',
      message: 'rule 2 grants its holders create on serviceaccounts/token (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
