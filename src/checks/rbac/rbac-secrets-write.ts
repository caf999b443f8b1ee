import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create'], group: '', resources: ['secrets'] },
  {
    verbs: ['update', 'patch', 'delete', 'deletecollection'],
    group: '',
    resources: ['secrets'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-secrets-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role writes every Secret',
  why: 'A holder of the role mints a token of any account of its namespace, plants credentials of its own, or deletes those that others need.',
  advice: 'Leave Secrets to the one controller that keeps them, and name those that it changes in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', 'secrets', 'update, patch, delete, deletecollection', 'web-tls') +
        ruleLines('""', 'secrets', 'get, list, watch'),
    ),
    roleManifest(
      ruleLines('""', 'configmaps, secrets/status', 'create, update') + ruleLines('example.com', 'secrets', 'create'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'secrets', 'create, update, patch, delete, deletecollection'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders create, update, patch, delete and deletecollection on secrets (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'secrets', 'create, update', 'web-tls')),
      at: '8:17',
      message: 'rule 1 grants its holders create on secrets (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'secrets', 'update', 'web-tls')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
