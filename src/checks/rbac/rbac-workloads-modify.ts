import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['update', 'patch'],
    group: '',
    resources: ['pods', 'podtemplates', 'replicationcontrollers'],
    withNames: neverWithNames,
  },
  {
    verbs: ['update', 'patch'],
    group: 'apps',
    resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    withNames: neverWithNames,
  },
  { verbs: ['update', 'patch'], group: 'batch', resources: ['jobs', 'cronjobs'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-workloads-modify',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes every workload',
  why: 'A holder of the role runs code of its own as any workload, by another image, command or account.',
  advice:
    'Name the workloads that may be changed in resourceNames, or grant the scale subresource where replicas are all that changes.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('apps', 'deployments', 'update, patch', 'web') +
        ruleLines('apps', 'deployments/scale, statefulsets/status', 'update, patch'),
    ),
    roleManifest(
      ruleLines('"", apps, batch', 'pods, deployments, jobs', 'get, create, delete') +
        ruleLines('""', 'deployments', 'patch'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'pods, podtemplates, replicationcontrollers', 'update, patch') +
          ruleLines('apps', 'deployments, statefulsets, daemonsets, replicasets', 'update, patch') +
          ruleLines('batch', 'jobs, cronjobs', 'update, patch'),
      ),
      at: ['11:17', '14:17', '17:17'],
      message: [
        'rule 2 grants its holders update and patch on pods, podtemplates and replicationcontrollers (assuming something binds the role)',
        'rule 3 grants its holders update and patch on deployments, statefulsets, daemonsets and replicasets (assuming something binds the role)',
        'rule 4 grants its holders update and patch on jobs and cronjobs (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
