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

/** What policy engines are configured by: every resource of these groups is a policy, or an exception to one. */
const ENGINE_GROUPS: readonly string[] = [
  'kyverno.io',
  'policies.kyverno.io',
  'constraints.gatekeeper.sh',
  'templates.gatekeeper.sh',
  'config.gatekeeper.sh',
  'mutations.gatekeeper.sh',
  'policies.kubewarden.io',
];

const wanted: readonly Grant[] = [
  {
    verbs: WRITES,
    group: 'admissionregistration.k8s.io',
    resources: [
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
      'mutatingadmissionpolicies',
      'mutatingadmissionpolicybindings',
    ],
    withNames: neverWithNames,
  },
  ...ENGINE_GROUPS.map((group) => ({ verbs: WRITES, group, resources: ['*'], withNames: neverWithNames })),
  { verbs: WRITES, group: 'policy.sigstore.dev', resources: ['clusterimagepolicies'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-admission-policies-write',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role changes admission policies',
  why: 'A holder of the role switches off the policies that keep privileged pods and unsigned images out of the cluster.',
  advice: 'Let only the pipeline that delivers policies write them, and grant people no more than reading.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('admissionregistration.k8s.io', 'validatingadmissionpolicies', 'update, patch, delete', 'shop-images') +
        ruleLines('kyverno.io', 'clusterpolicies/status', 'update') +
        ruleLines('kyverno.io', 'policies', 'get, list, watch'),
    ),
    clusterRoleManifest(
      ruleLines('policy.sigstore.dev', 'trustroots', 'create') +
        ruleLines('admissionregistration.k8s.io', 'validatingwebhookconfigurations', 'create') +
        ruleLines('example.com', 'clusterpolicies', 'create'),
    ),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines(
            'admissionregistration.k8s.io',
            'validatingadmissionpolicies, validatingadmissionpolicybindings, mutatingadmissionpolicies, mutatingadmissionpolicybindings',
            'create, update, patch, delete, deletecollection',
          ) +
          ruleLines('policy.sigstore.dev', 'clusterimagepolicies', 'create') +
          ruleLines('kyverno.io', 'clusterpolicies, policyexceptions', 'update') +
          ruleLines('policies.kyverno.io', 'validatingpolicies', 'update') +
          ruleLines('constraints.gatekeeper.sh', 'requiredlabels', 'update') +
          ruleLines('templates.gatekeeper.sh', 'constrainttemplates', 'update') +
          ruleLines('config.gatekeeper.sh', 'configs', 'update') +
          ruleLines('mutations.gatekeeper.sh', 'assign', 'update') +
          ruleLines('policies.kubewarden.io', 'admissionpolicies', 'update'),
      ),
      at: ['10:17', '13:17', '16:17', '19:17', '22:17', '25:17', '28:17', '31:17', '34:17'],
      message: [
        'rule 2 grants its holders create, update, patch, delete and deletecollection on validatingadmissionpolicies, validatingadmissionpolicybindings, mutatingadmissionpolicies and mutatingadmissionpolicybindings (assuming something binds the role)',
        'rule 3 grants its holders create on clusterimagepolicies (assuming something binds the role)',
        'rule 4 grants its holders update on clusterpolicies and policyexceptions (assuming something binds the role)',
        'rule 5 grants its holders update on validatingpolicies (assuming something binds the role)',
        'rule 6 grants its holders update on requiredlabels (assuming something binds the role)',
        'rule 7 grants its holders update on constrainttemplates (assuming something binds the role)',
        'rule 8 grants its holders update on configs (assuming something binds the role)',
        'rule 9 grants its holders update on assign (assuming something binds the role)',
        'rule 10 grants its holders update on admissionpolicies (assuming something binds the role)',
      ],
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('kyverno.io', 'policies', 'create')),
      at: '11:17',
      message: 'rule 2 grants its holders create on policies (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
