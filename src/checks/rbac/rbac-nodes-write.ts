import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleManifest,
  roleBindingManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['update', 'patch', 'delete', 'deletecollection'],
    group: '',
    resources: ['nodes'],
    withNames: neverWithNames,
  },
  { verbs: ['update', 'patch'], group: '', resources: ['nodes/status'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-nodes-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes nodes',
  why: 'A holder of the role moves pods to a node that it has taken, by labels, taints and addresses of its choice, or takes nodes away.',
  advice: 'Leave nodes to the controllers of the cloud and the cluster, or name the nodes in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('""', 'nodes, nodes/status', 'update, patch', 'node-1') +
        ruleLines('""', 'nodes', 'get, create') +
        ruleLines('""', 'nodes/status', 'delete'),
    ),
    { yaml: clusterRoleManifest(ruleLines('""', 'nodes', 'patch')) + roleBindingManifest, complete: true },
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'nodes', 'update, patch, delete, deletecollection') +
          ruleLines('""', 'nodes/status', 'update, patch'),
      ),
      at: ['10:17', '13:17'],
      message: [
        'rule 2 grants its holders update, patch, delete and deletecollection on nodes (assuming something binds the role)',
        'rule 3 grants its holders update and patch on nodes/status (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
