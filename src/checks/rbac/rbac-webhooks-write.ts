import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
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
    verbs: ['create'],
    group: 'admissionregistration.k8s.io',
    resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  },
  {
    verbs: ['update', 'patch', 'delete', 'deletecollection'],
    group: 'admissionregistration.k8s.io',
    resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-webhooks-write',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role changes admission webhooks',
  why: 'A holder of the role has every object that is created sent to a server of its own, which reads and alters it, or switches off the webhooks that guard the cluster.',
  advice:
    'Name the webhook configurations that an operator keeps up to date in resourceNames, and create them by hand.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'update, patch', 'shop-injector') +
        ruleLines('admissionregistration.k8s.io', 'validatingwebhookconfigurations', 'get'),
    ),
    {
      yaml:
        clusterRoleManifest(ruleLines('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'create')) +
        roleBindingManifest,
      complete: true,
    },
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines(
            'admissionregistration.k8s.io',
            'validatingwebhookconfigurations, mutatingwebhookconfigurations',
            'create',
          ) +
          ruleLines(
            'admissionregistration.k8s.io',
            'validatingwebhookconfigurations, mutatingwebhookconfigurations',
            'update, patch, delete, deletecollection',
          ),
      ),
      at: ['10:17', '13:17'],
      message: [
        'rule 2 grants its holders create on validatingwebhookconfigurations and mutatingwebhookconfigurations (assuming something binds the role)',
        'rule 3 grants its holders update, patch, delete and deletecollection on validatingwebhookconfigurations and mutatingwebhookconfigurations (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml:
        clusterRoleManifest(
          ruleLines('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'create, patch', 'shop-injector'),
        ) + clusterRoleBindingManifest,
      complete: true,
      at: '7:17',
      message: 'rule 1 grants ServiceAccount platform/operator create on mutatingwebhookconfigurations',
      fixed:
        clusterRoleManifest(
          ruleLines('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'patch', 'shop-injector'),
        ) + clusterRoleBindingManifest,
    },
  ],
  unknown: [aggregatedRoleExample],
};
