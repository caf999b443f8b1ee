import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create'], group: '', resources: ['pods', 'podtemplates', 'replicationcontrollers'] },
  { verbs: ['create'], group: 'apps', resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
  { verbs: ['create'], group: 'batch', resources: ['jobs', 'cronjobs'] },
];

export default defineCheck({
  id: 'rbac-pods-create',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role creates pods',
  why: 'A holder of the role runs pods as any account of the namespace and mounts any Secret of it; where nothing forbids privileged pods, it takes the node.',
  advice: 'Let a deployment pipeline or a controller create workloads, and let people hand in changes to it.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'deployments, jobs', 'create') + ruleLines('apps, batch', 'pods', 'create')),
    roleManifest(
      ruleLines('"", apps, batch', 'pods, deployments, jobs', 'get, update, delete') +
        ruleLines('""', 'pods/exec, configmaps', 'create'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'pods, podtemplates, replicationcontrollers', 'create') +
          ruleLines('apps', 'deployments, statefulsets, daemonsets, replicasets', 'create') +
          ruleLines('batch', 'jobs, cronjobs', 'create'),
      ),
      at: ['11:17', '14:17', '17:17'],
      message: [
        'rule 2 grants its holders create on pods, podtemplates and replicationcontrollers (assuming something binds the role)',
        'rule 3 grants its holders create on deployments, statefulsets, daemonsets and replicasets (assuming something binds the role)',
        'rule 4 grants its holders create on jobs and cronjobs (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('apps', 'deployments', 'create, get', 'web')),
      at: '8:17',
      message: 'rule 1 grants its holders create on deployments (assuming something binds the role)',
      fixed: roleManifest(ruleLines('apps', 'deployments', 'get', 'web')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
