import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import {
  aggregatedRoleExample,
  clusterRoleManifest,
  roleBindingManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { type Rule, role, rule } from '../../kubernetes/role.ts';

const write: Grant = {
  verbs: ['update', 'patch'],
  group: '',
  resources: ['configmaps'],
  withNames: (names) => names.includes('aws-auth'),
};

export default defineCheck({
  id: 'rbac-aws-auth-write',
  on: role,
  each: rule,
  severity: 'high',
  reads: [...grantReads, 'ConfigMap'],
  title: 'Role changes who of the cloud is who in the cluster',
  why: 'A holder of the role ties an identity of the cloud to the group system:masters and owns the cluster with it.',
  advice: 'Use access entries of the cloud in place of aws-auth, and take the right to write the ConfigMap away.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wantedOf(judged, context.inventory), report, context),
  fix: takingOut([write]),
});

/** Without names a rule counts only where it reaches kube-system, and the ConfigMap is there. */
function wantedOf({ resourceNames }: Rule, inventory: Inventory): readonly Grant[] {
  if (resourceNames.length > 0) return [write];
  const isThere = inventory.find('ConfigMap', 'aws-auth', 'kube-system').is === 'found';
  return isThere ? [{ ...write, scope: { namespace: 'kube-system' } }] : [];
}

const configmaps = (verbs: string, names?: string) => ruleLines('""', 'configmaps', verbs, names);

const awsAuth = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
`;

export const examples: CheckExamples = {
  pass: [
    roleManifest(configmaps('update'), 'kube-system'),
    clusterRoleManifest(configmaps('update')) + awsAuth.replace('kube-system', 'shop'),
    roleManifest(configmaps('update')) + awsAuth,
    roleManifest(configmaps('get, create', 'aws-auth') + configmaps('patch', 'coredns'), 'kube-system'),
    { yaml: clusterRoleManifest(configmaps('update')) + roleBindingManifest + awsAuth, complete: true },
  ],
  fail: [
    {
      yaml: roleManifest(configmaps('get') + configmaps('update, patch', 'coredns, aws-auth'), 'kube-system'),
      at: '11:17',
      message:
        'rule 2 grants its holders update and patch on configmaps named aws-auth (assuming something binds the role)',
      fixed: roleManifest(configmaps('get'), 'kube-system'),
    },
    {
      yaml: roleManifest(configmaps('get, patch'), 'kube-system') + awsAuth,
      at: '8:17',
      message: 'rule 1 grants its holders patch on configmaps (assuming something binds the role)',
      fixed: roleManifest(configmaps('get'), 'kube-system') + awsAuth,
    },
    {
      yaml: clusterRoleManifest(configmaps('get, update')) + awsAuth,
      at: '7:17',
      message: 'rule 1 grants its holders update on configmaps (assuming something binds the role)',
      fixed: clusterRoleManifest(configmaps('get')) + awsAuth,
    },
  ],
  unknown: [aggregatedRoleExample],
};
