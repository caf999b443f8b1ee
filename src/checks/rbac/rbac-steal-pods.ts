import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { type Combination, combinedGrants } from '../../kubernetes/rbac/combined-grants.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { role } from '../../kubernetes/role.ts';

const stealing: Combination = {
  first: [
    { verbs: ['delete', 'deletecollection'], group: '', resources: ['pods'] },
    { verbs: ['create'], group: '', resources: ['pods/eviction'] },
  ],
  second: [{ verbs: ['update', 'patch'], group: '', resources: ['nodes', 'nodes/status'] }],
};

export default defineCheck({
  id: 'rbac-steal-pods',
  on: role,
  severity: 'medium',
  reads: [...bindingKinds, 'rbac.authorization.k8s.io/ClusterRole'],
  title: 'Role moves pods to a node of its choice',
  why: 'A holder who has taken one node drives pods with powerful accounts there, by taking them away elsewhere and closing the other nodes.',
  advice: 'Grant the two halves to different accounts, and name the nodes in resourceNames.',
  messages: { steals: 'lets {holders} remove pods and change nodes, by {roles}' },
  evaluate(judged, report, { inventory }) {
    if (judged.missingRules !== undefined) report.unknown(judged.missingRules);
    const found = combinedGrants(judged, stealing, inventory, report);
    if (found === undefined) return;
    const { rule, at, holders, roles, reporter } = found;
    reporter.fail('steals', at, { holders, roles }).about(rule.at());
  },
});

const pods = (verbs: string) => ruleLines('""', 'configmaps, pods', verbs);
const eviction = ruleLines('""', 'pods/eviction', 'create');
const nodes = (resource: string, verbs: string) => ruleLines('""', resource, verbs);

/** A further ClusterRole that changes nodes, and its binding. */
const drainer = (subject: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: drainer
rules:
${nodes('nodes', 'patch')}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: drainer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: drainer
subjects: [${subject}]
`;

const message =
  'lets its holders remove pods and change nodes, by ClusterRole operator (assuming something binds the role)';

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(pods('get, create, update, patch') + nodes('nodes, nodes/status', 'update, patch')),
    clusterRoleManifest(pods('delete, deletecollection') + nodes('nodes, nodes/status', 'get, delete')),
    clusterRoleManifest(nodes('pods/eviction', 'get') + nodes('nodes', 'patch')),
    roleManifest(pods('delete') + nodes('nodes', 'patch')),
    { yaml: clusterRoleManifest(pods('delete') + nodes('nodes', 'patch')) + roleBindingManifest, complete: true },
    clusterRoleManifest(pods('delete')) + clusterRoleBindingManifest + drainer('{kind: User, name: ann}'),
  ],
  fail: [
    { yaml: clusterRoleManifest(pods('delete') + nodes('nodes', 'update')), at: '7:29', message },
    { yaml: clusterRoleManifest(pods('deletecollection') + nodes('nodes/status', 'patch')), at: '7:29', message },
    { yaml: clusterRoleManifest(eviction + nodes('nodes', 'patch')), at: '7:17', message },
    {
      yaml:
        clusterRoleManifest(pods('delete')) +
        clusterRoleBindingManifest +
        drainer('{kind: Group, name: "system:serviceaccounts:platform"}'),
      complete: true,
      at: '7:29',
      message:
        'lets ServiceAccount platform/operator remove pods and change nodes, by ClusterRole operator and ClusterRole drainer',
    },
  ],
  unknown: [{ ...aggregatedRoleExample, missing: 'perhaps not every ClusterRole is among the inputs' }],
};
