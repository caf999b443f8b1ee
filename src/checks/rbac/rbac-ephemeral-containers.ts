import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['update', 'patch'], group: '', resources: ['pods/ephemeralcontainers'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-ephemeral-containers',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role adds containers to running pods',
  why: 'A holder of the role puts an image of its own into any pod of the namespace and shares its network, its volumes and its account.',
  advice:
    'Grant it for a limited time to the people who need it, and name the pods in resourceNames where that is possible.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'pods/ephemeralcontainers', 'update, patch', 'debug')),
    roleManifest(ruleLines('""', 'pods', 'patch') + ruleLines('""', 'pods/ephemeralcontainers', 'get')),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'pods/ephemeralcontainers', 'update, patch'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders update and patch on pods/ephemeralcontainers (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
