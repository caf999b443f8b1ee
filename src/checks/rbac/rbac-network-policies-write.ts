import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const WRITES: readonly string[] = ['create', 'update', 'patch', 'delete', 'deletecollection'];

const wanted: readonly Grant[] = [
  { verbs: WRITES, group: 'networking.k8s.io', resources: ['networkpolicies'], withNames: neverWithNames },
  {
    verbs: WRITES,
    group: 'crd.projectcalico.org',
    resources: ['networkpolicies', 'globalnetworkpolicies'],
    withNames: neverWithNames,
  },
  {
    verbs: WRITES,
    group: 'projectcalico.org',
    resources: ['networkpolicies', 'globalnetworkpolicies'],
    withNames: neverWithNames,
  },
  {
    verbs: WRITES,
    group: 'cilium.io',
    resources: ['ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies'],
    withNames: neverWithNames,
  },
  {
    verbs: WRITES,
    group: 'policy.networking.k8s.io',
    resources: ['adminnetworkpolicies', 'baselineadminnetworkpolicies', 'clusternetworkpolicies'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-network-policies-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes network policies',
  why: 'A holder of the role opens the network between workloads that policies keep apart.',
  advice: 'Keep network policies with the platform, and let teams hand in changes to them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('networking.k8s.io', 'networkpolicies', 'update, patch', 'web') +
        ruleLines('networking.k8s.io', 'networkpolicies', 'get') +
        ruleLines('networking.k8s.io', 'ingresses', 'create'),
    ),
    roleManifest(
      ruleLines('extensions, cilium.io', 'networkpolicies', 'create') +
        ruleLines('policy.networking.k8s.io', 'clusternetworkpolicies', 'create'),
    ),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('networking.k8s.io', 'networkpolicies', 'create, update, patch, delete, deletecollection') +
          ruleLines(
            'crd.projectcalico.org',
            'networkpolicies, globalnetworkpolicies',
            'create, update, patch, delete, deletecollection',
          ) +
          ruleLines(
            'projectcalico.org',
            'networkpolicies, globalnetworkpolicies',
            'create, update, patch, delete, deletecollection',
          ) +
          ruleLines(
            'cilium.io',
            'ciliumnetworkpolicies, ciliumclusterwidenetworkpolicies',
            'create, update, patch, delete, deletecollection',
          ) +
          ruleLines(
            'policy.networking.k8s.io',
            'adminnetworkpolicies, baselineadminnetworkpolicies, clusternetworkpolicies',
            'create, update, patch, delete, deletecollection',
          ),
      ),
      at: ['10:17', '13:17', '16:17', '19:17', '22:17'],
      message: [
        'rule 2 grants its holders create, update, patch, delete and deletecollection on networkpolicies (assuming something binds the role)',
        'rule 3 grants its holders create, update, patch, delete and deletecollection on networkpolicies and globalnetworkpolicies (assuming something binds the role)',
        'rule 4 grants its holders create, update, patch, delete and deletecollection on networkpolicies and globalnetworkpolicies (assuming something binds the role)',
        'rule 5 grants its holders create, update, patch, delete and deletecollection on ciliumnetworkpolicies and ciliumclusterwidenetworkpolicies (assuming something binds the role)',
        'rule 6 grants its holders create, update, patch, delete and deletecollection on adminnetworkpolicies, baselineadminnetworkpolicies and clusternetworkpolicies (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('networking.k8s.io', 'networkpolicies', 'create'),
      ),
      at: '11:17',
      message: 'rule 2 grants its holders create on networkpolicies (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
