import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { aggregationLabel } from '../../kubernetes/rbac/aggregation.ts';
import { isBuiltInRule } from '../../kubernetes/rbac/built-in-rule.ts';
import { type Grant, matchesOf } from '../../kubernetes/rbac/grant.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { type Rule, role } from '../../kubernetes/role.ts';

const LABEL = aggregationLabel('view');
const READING: readonly string[] = ['get', 'list', 'watch'];

/** What reading verbs give that is more than looking. */
const dangerous: readonly Grant[] = [
  { verbs: READING, group: '', resources: ['secrets'] },
  {
    verbs: ['get'],
    group: '',
    resources: ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy', 'nodes/proxy'],
  },
];

export default defineCheck({
  id: 'rbac-aggregate-to-view',
  on: role,
  severity: 'medium',
  reads: ['rbac.authorization.k8s.io/ClusterRole'],
  title: 'Role adds more than looking to the role view',
  why: 'Everyone who holds view, edit or admin receives the rule, and no binding shows it.',
  advice: 'Remove the label, or move the rule to a role of its own that is not aggregated.',
  messages: { adds: 'adds {verb} on {resource} to the role view' },
  evaluate(judged, report) {
    const { metadata } = judged.resource.content;
    if (!judged.isClusterRole || textMap(asObject(metadata)['labels']).get(LABEL) !== 'true') return;
    if (judged.missingRules !== undefined) report.unknown(judged.missingRules);
    const added = judged.rules.filter((rule) => !isBuiltInRule(rule));
    const more = added.map(beyondLooking).find((found) => found !== undefined);
    if (more === undefined) return;
    report.fail('adds', { resource: judged.resource, path: ['metadata', 'labels', LABEL] }, more);
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'holders of view, edit and admin lose what the role grants',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

/** What a rule grants beyond looking, in words. */
function beyondLooking(judged: Rule): { verb: string; resource: string } | undefined {
  const verb = judged.verbs.find((entry) => !READING.includes(entry));
  if (verb !== undefined) return { verb, resource: [...judged.resources, ...judged.nonResourceUrls][0] ?? '' };
  const [match] = matchesOf(judged, dangerous);
  return match && { verb: match.verb, resource: match.resource };
}

function roleWith(rules: string, { kind = 'ClusterRole', labels = `{${LABEL}: "true"}` } = {}): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: orders-viewer
  labels: ${labels}
rules:
${rules}`;
}

const rule = (apiGroup: string, resource: string, verbs: string) =>
  `  - {apiGroups: ["${apiGroup}"], resources: [${resource}], verbs: [${verbs}]}\n`;

const looking = rule('shop.example', 'orders', 'get, list, watch');

/** The role as the fix leaves it. */
const unlabelled = (rules: string) => roleWith(rules).replace(/ {2}labels: .*\n/, '');

const failing = (apiGroup: string, resource: string, verbs: string, verb: string) => ({
  yaml: roleWith(looking + rule(apiGroup, resource, verbs)),
  at: '5:57',
  message: `adds ${verb} on ${resource} to the role view`,
  fixed: unlabelled(looking + rule(apiGroup, resource, verbs)),
});

/** The part of the release that says what edit adds, with a label that only its own content deserves. */
const builtInPart = roleWith(rule('apps', 'deployments', 'create, delete, update'), {
  labels: `{kubernetes.io/bootstrapping: rbac-defaults, ${LABEL}: "true"}`,
}).replace('orders-viewer', 'system:aggregate-to-edit');

/** A role that gathers others itself. */
const gathering = (rules: string) =>
  roleWith(rules).replace(
    'rules:\n',
    'aggregationRule:\n  clusterRoleSelectors:\n    - matchLabels: {shop.example/orders: "true"}\nrules:\n',
  );

export const examples: CheckExamples = {
  pass: [
    roleWith(
      looking + rule('', 'pods/log, pods', 'get, list, watch') + rule('', 'pods/exec, nodes/proxy', 'list, watch'),
    ),
    roleWith(rule('', 'secrets', 'get'), { labels: `{${LABEL}: "false"}` }),
    roleWith(rule('', 'secrets', 'get'), { labels: `{${aggregationLabel('edit')}: "true"}` }),
    roleWith(rule('', 'secrets', 'get'), { kind: 'Role' }),
    builtInPart,
  ],
  fail: [
    failing('shop.example', 'orders', 'get, delete', 'delete'),
    failing('shop.example', 'orders', '"*"', '*'),
    ...READING.map((verb) => failing('', 'secrets', verb, verb)),
    ...['pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy', 'nodes/proxy'].map((resource) =>
      failing('', resource, 'get, list', 'get'),
    ),
    {
      yaml: roleWith('  - {nonResourceURLs: [/orders], verbs: [get, post]}\n'),
      at: '5:57',
      message: 'adds post on /orders to the role view',
      fixed: unlabelled('  - {nonResourceURLs: [/orders], verbs: [get, post]}\n'),
    },
  ],
  unknown: [{ yaml: gathering('  []\n'), missing: 'perhaps not every ClusterRole is among the inputs' }],
};
