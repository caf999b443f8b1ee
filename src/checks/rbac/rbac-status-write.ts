import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['update', 'patch'], group: '', resources: ['pods/status', 'services/status'] },
];

export default defineCheck({
  id: 'rbac-status-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role writes the status of pods or Services',
  why: 'A false address in the status of a pod or a load balancer draws the requests that are meant for another.',
  advice: 'Leave status to the controllers that observe it.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', 'pods/status', 'get') +
        ruleLines('""', 'pods, services', 'patch') +
        ruleLines('apps', 'deployments/status', 'update'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'pods/status, services/status', 'update, patch'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders update and patch on pods/status and services/status (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'services/status', 'patch, get', 'web')),
      at: '8:17',
      message: 'rule 1 grants its holders patch on services/status (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'services/status', 'get', 'web')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
