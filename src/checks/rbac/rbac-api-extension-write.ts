import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, clusterRoleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['create', 'update', 'patch'],
    group: 'apiregistration.k8s.io',
    resources: ['apiservices'],
    withNames: neverWithNames,
  },
  {
    verbs: ['create', 'update', 'patch'],
    group: 'apiextensions.k8s.io',
    resources: ['customresourcedefinitions'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-api-extension-write',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role changes what the API serves',
  why: 'A holder of the role has requests for a whole API group, or for objects of a kind, sent through a server of its own.',
  advice: 'Install definitions and API services with the operator, and leave them out of the role that it runs with.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('apiextensions.k8s.io', 'customresourcedefinitions', 'update, patch', 'orders.shop.example') +
        ruleLines('apiregistration.k8s.io', 'apiservices', 'get, delete'),
    ),
    clusterRoleManifest(ruleLines('apiextensions.k8s.io', 'customresourcedefinitions/status, apiservices', 'update')),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('apiregistration.k8s.io', 'apiservices', 'create, update, patch') +
          ruleLines('apiextensions.k8s.io', 'customresourcedefinitions', 'create, update, patch'),
      ),
      at: ['10:17', '13:17'],
      message: [
        'rule 2 grants its holders create, update and patch on apiservices (assuming something binds the role)',
        'rule 3 grants its holders create, update and patch on customresourcedefinitions (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
