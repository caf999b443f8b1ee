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
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [{ verbs: ['get', 'create'], group: '', resources: ['nodes/proxy'] }];

const NARROWER: readonly string[] = ['nodes/metrics', 'nodes/stats', 'nodes/log', 'nodes/pods'];

export default defineCheck({
  id: 'rbac-nodes-proxy',
  on: role,
  each: rule,
  severity: 'high',
  reads: grantReads,
  title: 'Role reaches the kubelet through nodes/proxy',
  why: 'A holder of the role runs commands in every pod of a node through its kubelet, past admission and the audit log; reading alone is enough.',
  advice: 'Grant nodes/metrics, nodes/stats, nodes/log and nodes/pods in place of nodes/proxy.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: {
    effect: 'changes-behaviour',
    because: 'requests to the kubelet that none of the narrower subresources covers are refused',
    edits(edit, _finding, judged) {
      // A wildcard that covers nodes/proxy would go on doing so.
      if (judged.resources.some((entry) => entry.startsWith('*'))) return;
      for (const narrower of NARROWER) {
        if (!judged.resources.includes(narrower)) edit.append(judged.at('resources'), narrower);
      }
      for (const [index, entry] of judged.resources.entries()) {
        if (entry === 'nodes/proxy') edit.remove(judged.at('resources', index));
      }
    },
  },
});

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(
      ruleLines(
        '""',
        'nodes/metrics, nodes/stats, nodes/log, nodes/configz, nodes/healthz, nodes/pods',
        'get, create',
      ) + ruleLines('""', 'nodes/proxy', 'list'),
    ),
    { yaml: clusterRoleManifest(ruleLines('""', 'nodes/proxy', 'get')) + roleBindingManifest, complete: true },
  ],
  fail: [
    {
      yaml: clusterRoleManifest(ruleLines('""', 'nodes/proxy', 'get, create')),
      at: '7:17',
      message: 'rule 1 grants its holders get and create on nodes/proxy (assuming something binds the role)',
      fixed: clusterRoleManifest(ruleLines('""', 'nodes/metrics, nodes/stats, nodes/log, nodes/pods', 'get, create')),
    },
    {
      yaml:
        clusterRoleManifest(ruleLines('""', 'nodes, nodes/proxy, nodes/metrics', 'get', 'node-1')) +
        clusterRoleBindingManifest,
      complete: true,
      at: '7:24',
      message: 'rule 1 grants ServiceAccount platform/operator get on nodes/proxy',
      fixed:
        clusterRoleManifest(
          ruleLines('""', 'nodes, nodes/metrics, nodes/stats, nodes/log, nodes/pods', 'get', 'node-1'),
        ) + clusterRoleBindingManifest,
    },
  ],
  unknown: [aggregatedRoleExample],
};
