import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['get', 'list', 'watch'], group: '', resources: ['secrets'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-secrets-read',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role reads every Secret',
  why: 'A holder of the role takes every password and key of its namespace, and the tokens of other accounts.',
  advice: 'Name the Secrets that are needed in resourceNames, or mount them into the pods that need them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', 'secrets', 'get, list, watch', 'web-tls') + ruleLines('""', 'secrets', 'create, delete'),
    ),
    roleManifest(ruleLines('example.com', 'secrets', 'get') + ruleLines('""', 'secrets/status, configmaps', 'get')),
    { yaml: clusterRoleManifest(ruleLines('""', 'secrets', 'get')), complete: true },
  ],
  fail: [
    {
      yaml: roleManifest(ruleLines('"", apps', 'pods, secrets', 'get, list, watch')),
      at: '8:23',
      message: 'rule 1 grants its holders get, list and watch on secrets (assuming something binds the role)',
      fixed: roleManifest(ruleLines('"", apps', 'pods', 'get, list, watch')),
    },
    {
      yaml: clusterRoleManifest(ruleLines('""', 'secrets', 'get, create')) + roleBindingManifest,
      complete: true,
      at: '7:17',
      message: 'rule 1 grants Group operators get on secrets',
      fixed: clusterRoleManifest(ruleLines('""', 'secrets', 'create')) + roleBindingManifest,
    },
    {
      yaml: clusterRoleManifest(ruleLines('""', 'secrets, configmaps', 'list')) + clusterRoleBindingManifest,
      at: '7:17',
      message: 'rule 1 grants ServiceAccount platform/operator list on secrets',
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'list')) + clusterRoleBindingManifest,
    },
  ],
  unknown: [aggregatedRoleExample],
};
