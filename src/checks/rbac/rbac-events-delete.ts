import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['delete', 'deletecollection'], group: '', resources: ['events'] },
  { verbs: ['delete', 'deletecollection'], group: 'events.k8s.io', resources: ['events'] },
];

export default defineCheck({
  id: 'rbac-events-delete',
  on: role,
  each: rule,
  severity: 'low',
  reads: grantReads,
  title: 'Role deletes events',
  why: 'A holder of the role removes the traces of what it did before anyone reads them.',
  advice: 'Leave events to expire, and send them to a store outside of the cluster.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('"", events.k8s.io', 'events', 'create, patch, get, list') +
        ruleLines('apps', 'events', 'delete') +
        ruleLines('""', 'pods', 'delete'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'events', 'delete, deletecollection') +
          ruleLines('events.k8s.io', 'events', 'delete, deletecollection'),
      ),
      at: ['11:17', '14:17'],
      message: [
        'rule 2 grants its holders delete and deletecollection on events (assuming something binds the role)',
        'rule 3 grants its holders delete and deletecollection on events (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('"", events.k8s.io', 'events', 'delete, get', 'web')),
      at: '8:17',
      message: 'rule 1 grants its holders delete on events (assuming something binds the role)',
      fixed: roleManifest(ruleLines('"", events.k8s.io', 'events', 'get', 'web')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
