import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
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
  { verbs: ['update', 'patch'], group: '', resources: ['namespaces'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-namespaces-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes namespaces',
  why: 'A holder of the role takes the labels away by which Pod Security and network policies protect a namespace.',
  advice: 'Name the namespaces in resourceNames, or let only the pipeline that creates namespaces change them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('""', 'namespaces', 'update, patch', 'shop') +
        ruleLines('""', 'namespaces', 'get, create, delete') +
        ruleLines('""', 'namespaces/finalize', 'update'),
    ),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'namespaces', 'update, patch')),
      at: '10:17',
      message: 'rule 2 grants its holders update and patch on namespaces (assuming something binds the role)',
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'namespaces', 'patch')),
      at: '11:17',
      message: 'rule 2 grants its holders patch on namespaces (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: clusterRoleManifest(ruleLines('""', 'namespaces', 'get, patch')) + roleBindingManifest,
      complete: true,
      at: '7:17',
      message: 'rule 1 grants Group operators patch on namespaces',
      fixed: clusterRoleManifest(ruleLines('""', 'namespaces', 'get')) + roleBindingManifest,
    },
  ],
  unknown: [aggregatedRoleExample],
};
