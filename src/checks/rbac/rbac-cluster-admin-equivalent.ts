import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isBuiltInRule } from '../../kubernetes/rbac/built-in-rule.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { heldReport, holdingOf } from '../../kubernetes/rbac/holding.ts';
import { grantReads } from '../../kubernetes/rbac/report-grants.ts';
import { type Rule, role, rule } from '../../kubernetes/role.ts';

export default defineCheck({
  id: 'rbac-cluster-admin-equivalent',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  covers: ['rbac-wildcard'],
  title: 'Role grants everything in the cluster',
  why: 'Whoever takes one of its holders owns the cluster, as with cluster-admin, and a list of the bindings of cluster-admin does not show it.',
  advice: 'List the API groups, resources and verbs that are needed.',
  messages: { everything: 'grants {holders} every verb on every resource of the cluster' },
  evaluate(judged, report, { inventory }) {
    if (!grantsEverything(judged) || isBuiltInRule(judged)) return;
    const held = heldReport(holdingOf(judged.role, 'cluster', inventory), report);
    if (held === undefined) return;
    held.reporter
      .fail('everything', judged.at('verbs', judged.verbs.indexOf('*')), { holders: held.holders })
      .about(judged.at());
  },
});

function grantsEverything({ verbs, apiGroups, resources, resourceNames }: Rule): boolean {
  return verbs.includes('*') && apiGroups.includes('*') && resources.includes('*') && resourceNames.length === 0;
}

const everything = ruleLines('"*"', '"*"', '"*"');

const builtIn = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: cluster-admin
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
rules:
${everything}  - nonResourceURLs: ["*"]
    verbs: ["*"]
`;

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines('"*"', '"*"', 'get, list') +
        ruleLines('"", apps', '"*"', '"*"') +
        ruleLines('"*"', 'deployments, "*/scale"', '"*"') +
        ruleLines('"*"', '"*"', '"*"', 'web'),
    ),
    builtIn,
    roleManifest(everything),
    { yaml: clusterRoleManifest(everything) + roleBindingManifest, complete: true },
    { yaml: clusterRoleManifest(everything), complete: true },
  ],
  fail: [
    {
      yaml: clusterRoleManifest(ruleLines('""', 'pods', 'get') + ruleLines('"", "*"', 'pods, "*"', 'get, "*"')),
      at: '11:18',
      message:
        'rule 2 grants its holders every verb on every resource of the cluster (assuming something binds the role)',
    },
    {
      yaml: clusterRoleManifest(everything) + clusterRoleBindingManifest,
      complete: true,
      at: '8:13',
      message: 'rule 1 grants ServiceAccount platform/operator every verb on every resource of the cluster',
    },
    {
      yaml: builtIn.replace('cluster-admin', 'platform-admin'),
      at: '10:13',
      message:
        'rule 1 grants its holders every verb on every resource of the cluster (assuming something binds the role)',
    },
    {
      yaml: `${clusterRoleManifest('').replace(
        'rules:\n',
        `aggregationRule:
  clusterRoleSelectors:
    - matchLabels: {shop.example/aggregate: "true"}
`,
      )}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator-part
  labels: {shop.example/aggregate: "true"}
rules:
${everything}${clusterRoleBindingManifest}`,
      complete: true,
      at: '17:13',
      message:
        'rule 1 of ClusterRole operator-part grants ServiceAccount platform/operator every verb on every resource of the cluster',
    },
  ],
  unknown: [aggregatedRoleExample],
};
