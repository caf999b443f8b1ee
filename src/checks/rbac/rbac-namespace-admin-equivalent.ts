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
import { heldReport, holdingInNamespacesOnly } from '../../kubernetes/rbac/holding.ts';
import { grantReads } from '../../kubernetes/rbac/report-grants.ts';
import { type Rule, role, rule } from '../../kubernetes/role.ts';

export default defineCheck({
  id: 'rbac-namespace-admin-equivalent',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  covers: ['rbac-wildcard'],
  title: 'Role grants everything in its namespace',
  why: 'Whoever takes one of its holders reads every Secret of the namespace and runs pods as any of its accounts.',
  advice: 'List the API groups, resources and verbs that are needed.',
  messages: { everything: 'grants {holders} every verb on every resource of the namespace' },
  evaluate(judged, report, { inventory }) {
    if (!grantsEverything(judged) || isBuiltInRule(judged)) return;
    // Where it may hold in every namespace, it is rbac-cluster-admin-equivalent, or no more than a wildcard.
    const held = heldReport(holdingInNamespacesOnly(judged.role, inventory), report);
    if (held === undefined) return;
    held.reporter
      .fail('everything', judged.at('verbs', judged.verbs.indexOf('*')), { holders: held.holders })
      .about(judged.at());
  },
});

function grantsEverything({ verbs, apiGroups, resources, resourceNames }: Rule): boolean {
  return (
    verbs.includes('*') &&
    resources.includes('*') &&
    resourceNames.length === 0 &&
    (apiGroups.includes('*') || apiGroups.includes(''))
  );
}

const everything = ruleLines('"*"', '"*"', '"*"');

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', '"*"', 'get, list') +
        ruleLines('apps', '"*"', '"*"') +
        ruleLines('""', 'pods, "*/exec"', '"*"') +
        ruleLines('""', '"*"', '"*"', 'web'),
    ),
    { yaml: roleManifest(everything), complete: true },
    clusterRoleManifest(everything),
    clusterRoleManifest(everything) + roleBindingManifest,
    { yaml: clusterRoleManifest(everything) + roleBindingManifest + clusterRoleBindingManifest, complete: true },
  ],
  fail: [
    {
      yaml: roleManifest(ruleLines('""', 'pods', 'get') + ruleLines('apps, ""', 'pods, "*"', 'get, "*"')),
      at: '12:18',
      message:
        'rule 2 grants its holders every verb on every resource of the namespace (assuming something binds the role)',
    },
    {
      yaml: clusterRoleManifest(everything) + roleBindingManifest,
      complete: true,
      at: '8:13',
      message: 'rule 1 grants Group operators every verb on every resource of the namespace',
    },
  ],
  unknown: [aggregatedRoleExample],
};
