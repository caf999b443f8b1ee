import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  addedRuleLines,
  aggregatedRoleExample,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['create', 'get'], group: '', resources: ['pods/exec', 'pods/attach'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-pod-exec',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role runs commands in pods',
  why: 'A holder of the role becomes any workload of the namespace, with its token, its Secrets and its place in the network.',
  advice:
    'Grant it for a limited time to the people who need it, and name the pods in resourceNames where that is possible.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'pods/exec, pods/attach', 'create, get', 'debug')),
    roleManifest(ruleLines('""', 'pods, pods/log', 'create, get') + ruleLines('""', 'pods/exec, pods/*', 'list')),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'pods/exec, pods/attach', 'create, get'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders create and get on pods/exec and pods/attach (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: roleManifest(ruleLines('""', 'pods, pods/exec', 'get, list')),
      at: '8:23',
      message: 'rule 1 grants its holders get on pods/exec (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'pods', 'get, list') + addedRuleLines('""', 'pods/exec', 'list')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
