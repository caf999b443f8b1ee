import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['use'],
    group: 'security.openshift.io',
    resources: ['securitycontextconstraints'],
    withNames: namesPowerful,
  },
];

const POWERFUL: readonly string[] = [
  'privileged',
  'anyuid',
  'hostaccess',
  'hostmount-anyuid',
  'hostnetwork',
  'hostnetwork-v2',
  'node-exporter',
];

function namesPowerful(names: readonly string[]): boolean {
  return names.some((name) => POWERFUL.includes(name));
}

export default defineCheck({
  id: 'rbac-scc-use',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role uses a powerful security context constraint',
  why: 'Pods of a holder of the role may run as root or share the node, and so take it.',
  advice:
    'Let the account use restricted-v2 or nonroot-v2, or a constraint of its own that allows no more than the workload needs.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines(
        'security.openshift.io',
        'securitycontextconstraints',
        'use',
        'restricted, restricted-v2, nonroot, nonroot-v2',
      ) +
        ruleLines('security.openshift.io', 'securitycontextconstraints', 'get') +
        ruleLines('policy', 'securitycontextconstraints', 'use'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('security.openshift.io', 'securitycontextconstraints', 'use') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'privileged, nonroot, anyuid') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'anyuid') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'hostaccess') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'hostmount-anyuid') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'hostnetwork') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'hostnetwork-v2') +
          ruleLines('security.openshift.io', 'securitycontextconstraints', 'use', 'restricted, node-exporter'),
      ),
      at: ['8:17', '11:17', '15:17', '19:17', '23:17', '27:17', '31:17', '35:17'],
      message: [
        'rule 1 grants its holders use on securitycontextconstraints (assuming something binds the role)',
        'rule 2 grants its holders use on securitycontextconstraints named privileged and anyuid (assuming something binds the role)',
        'rule 3 grants its holders use on securitycontextconstraints named anyuid (assuming something binds the role)',
        'rule 4 grants its holders use on securitycontextconstraints named hostaccess (assuming something binds the role)',
        'rule 5 grants its holders use on securitycontextconstraints named hostmount-anyuid (assuming something binds the role)',
        'rule 6 grants its holders use on securitycontextconstraints named hostnetwork (assuming something binds the role)',
        'rule 7 grants its holders use on securitycontextconstraints named hostnetwork-v2 (assuming something binds the role)',
        'rule 8 grants its holders use on securitycontextconstraints named node-exporter (assuming something binds the role)',
      ],
    },
  ],
  unknown: [aggregatedRoleExample],
};
