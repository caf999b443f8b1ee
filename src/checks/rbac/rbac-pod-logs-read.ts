import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const wanted: readonly Grant[] = [
  { verbs: ['get', 'list'], group: '', resources: ['pods/log'], withNames: neverWithNames },
];

export default defineCheck({
  id: 'rbac-pod-logs-read',
  on: role,
  each: rule,
  severity: 'low',
  reads: grantReads,
  title: 'Role reads the logs of every pod',
  why: 'Logs hold names, addresses and now and then a credential that a program wrote by mistake.',
  advice: 'Let people read logs where they are collected and masked, or name the pods in resourceNames.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

/** The built-in role with the rule that it has had for long. */
const aggregatedView = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: view
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - apiGroups: [""]
    resources:
      - bindings
      - limitranges
      - namespaces/status
      - pods/log
      - pods/status
      - replicationcontrollers/status
      - resourcequotas
      - resourcequotas/status
    verbs: [get, list, watch]
`;

export const examples: CheckExamples = {
  pass: [
    roleManifest(ruleLines('""', 'pods/log', 'get, list', 'web')),
    roleManifest(ruleLines('""', 'pods', 'get, list') + ruleLines('""', 'pods/log', 'delete')),
    aggregatedView,
    aggregatedView.replace(
      'rules:',
      'aggregationRule:\n  clusterRoleSelectors:\n    - matchLabels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}\nrules:',
    ),
  ],
  fail: [
    {
      yaml: roleManifest(ruleLines('""', 'configmaps', 'get') + ruleLines('""', 'pods/log', 'get, list')),
      at: '11:17',
      message: 'rule 2 grants its holders get and list on pods/log (assuming something binds the role)',
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
