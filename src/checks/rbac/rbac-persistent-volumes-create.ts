import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [{ verbs: ['create'], group: '', resources: ['persistentvolumes'] }];

export default defineCheck({
  id: 'rbac-persistent-volumes-create',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role creates persistent volumes',
  why: 'A volume of type hostPath is a folder of the node: whoever creates one and mounts it through a claim reads and writes the node, past Pod Security.',
  advice: 'Leave volumes to a storage class and its provisioner, and grant the right to that provisioner alone.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('""', 'persistentvolumeclaims', 'create') + ruleLines('""', 'persistentvolumes', 'get, update'),
    ),
    { yaml: clusterRoleManifest(ruleLines('""', 'persistentvolumes', 'create')) + roleBindingManifest, complete: true },
  ],
  fail: [
    {
      yaml: clusterRoleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'persistentvolumes', 'create')),
      at: '10:17',
      message: 'rule 2 grants its holders create on persistentvolumes (assuming something binds the role)',
      fixed: clusterRoleManifest(ruleLines('""', 'configmaps', 'get')),
    },
    {
      yaml: clusterRoleManifest(ruleLines('""', 'persistentvolumes', 'create', 'shop')) + clusterRoleBindingManifest,
      complete: true,
      at: '7:17',
      message: 'rule 1 grants ServiceAccount platform/operator create on persistentvolumes',
      fixed: clusterRoleManifest('').replace('rules:\n', '') + clusterRoleBindingManifest,
    },
  ],
  unknown: [aggregatedRoleExample],
};
