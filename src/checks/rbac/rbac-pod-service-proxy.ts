import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  {
    verbs: ['get', 'create', 'update', 'patch', 'delete'],
    group: '',
    resources: ['pods/proxy', 'services/proxy'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-pod-service-proxy',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role reaches pods and services through the API server',
  why: 'A holder of the role sends requests to any port in the namespace that seem to come from the API server, past all network policies.',
  advice: 'Name the pods or services that are needed in resourceNames, or put an Ingress in front of them.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'services/proxy', 'get, create', 'web')),
    roleManifest(ruleLines('""', 'pods, services', 'get, create, update') + ruleLines('""', 'pods/proxy', 'list')),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'pods/proxy, services/proxy', 'get, create, update, patch, delete'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders get, create, update, patch and delete on pods/proxy and services/proxy (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
