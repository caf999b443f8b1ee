import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['delete', 'deletecollection'],
    group: '',
    resources: ['pods', 'services', 'secrets', 'configmaps', 'persistentvolumeclaims', 'namespaces'],
    withNames: neverWithNames,
  },
  {
    verbs: ['delete', 'deletecollection'],
    group: 'apps',
    resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    withNames: neverWithNames,
  },
  { verbs: ['delete', 'deletecollection'], group: 'batch', resources: ['jobs', 'cronjobs'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-delete-broad',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role deletes workloads or data',
  why: 'A holder of the role, or a mistake of it, takes down what runs in its namespace, and volumes with their data.',
  advice: 'Name what may be deleted in resourceNames, and keep backups that the role cannot reach.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', 'pods', 'delete', 'web-0') +
        ruleLines('"", apps, batch', 'pods, deployments, jobs', 'get, create, update, patch') +
        ruleLines('apps', 'deployments/status, pods', 'delete') +
        ruleLines('""', 'events, jobs', 'deletecollection'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines(
            '""',
            'pods, services, secrets, configmaps, persistentvolumeclaims, namespaces',
            'delete, deletecollection',
          ) +
          ruleLines('apps', 'deployments, statefulsets, daemonsets, replicasets', 'delete, deletecollection') +
          ruleLines('batch', 'jobs, cronjobs', 'delete, deletecollection'),
      ),
      at: ['11:17', '14:17', '17:17'],
      message: [
        'rule 2 grants its holders delete and deletecollection on pods, services, secrets, configmaps, persistentvolumeclaims and namespaces (assuming something binds the role)',
        'rule 3 grants its holders delete and deletecollection on deployments, statefulsets, daemonsets and replicasets (assuming something binds the role)',
        'rule 4 grants its holders delete and deletecollection on jobs and cronjobs (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
