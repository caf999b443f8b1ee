import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create', 'get'], group: '', resources: ['pods/portforward'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-pod-portforward',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role forwards ports of pods',
  why: 'A holder of the role reaches every port of every pod of the namespace, past all network policies and also those bound to localhost.',
  advice:
    'Grant it for a limited time to the people who need it, and name the pods in resourceNames where that is possible.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'pods/portforward', 'create, get', 'debug')),
    roleManifest(ruleLines('""', 'pods', 'create, get') + ruleLines('""', 'pods/portforward', 'list')),
  ],
  fail: [
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'pods/portforward', 'create, get')),
      at: '11:17',
      message: 'rule 2 grants its holders create and get on pods/portforward (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
