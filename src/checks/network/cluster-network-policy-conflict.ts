import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { directions, fieldsOf } from '../../kubernetes/network/policy-direction.ts';
import { canMeet } from '../../kubernetes/network/selector-overlap.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';

const ADMIN = 'policy.networking.k8s.io/AdminNetworkPolicy';
const CLUSTER = 'policy.networking.k8s.io/ClusterNetworkPolicy';

export default defineCheck({
  id: 'cluster-network-policy-conflict',
  on: objectsOf(ADMIN, CLUSTER),
  severity: 'low',
  reads: [ADMIN, CLUSTER],
  title: 'Two cluster network policies have one priority',
  why: 'The API does not say which of them comes first: what one denies the other may allow, today or tomorrow.',
  advice: 'Give each policy of a tier a priority of its own.',
  messages: { conflict: '{other} has the same priority and acts otherwise on {direction}' },
  evaluate(judged, report, { inventory }) {
    const rank = rankOf(judged.resource);
    for (const other of policiesByRank(inventory).get(rank) ?? []) {
      // A policy that is written twice does not conflict with itself.
      if (other.kind === judged.kind && other.name === judged.name) continue;
      const direction = conflictOf(judged, asObject(other.content['spec']));
      if (direction === undefined) continue;
      const data = { other: resourceTitle(other), direction: direction.toLowerCase() };
      report.fail('conflict', judged.at('spec', 'priority'), data);
    }
    const kinds = tierOf(judged.resource) === 'Admin' ? [ADMIN, CLUSTER] : [CLUSTER];
    const missing = missingKinds(inventory, kinds, undefined);
    if (missing !== undefined) report.unknown(missing);
  },
});

const ranks = new WeakMap<Inventory, ReadonlyMap<string, readonly Resource[]>>();

function policiesByRank(inventory: Inventory): ReadonlyMap<string, readonly Resource[]> {
  const known = ranks.get(inventory);
  if (known !== undefined) return known;
  const policies = [ADMIN, CLUSTER].flatMap((kind) => inventory.select(kind).items);
  const groups = groupBy(policies, rankOf);
  ranks.set(inventory, groups);
  return groups;
}

function rankOf(resource: Resource): string {
  return `${tierOf(resource)} ${String(asObject(resource.content['spec'])['priority'])}`;
}

function tierOf({ kind, content }: Resource): string {
  return kind === ADMIN ? 'Admin' : (asString(asObject(content['spec'])['tier']) ?? '');
}

function conflictOf({ spec }: KubernetesObject, other: JsonObject): string | undefined {
  if (!subjectsMeet(asObject(spec['subject']), asObject(other['subject']))) return undefined;
  return directions.find((direction) => {
    const mine = actionsOf(spec, fieldsOf[direction].rules);
    const theirs = actionsOf(other, fieldsOf[direction].rules);
    return mine.some((action) => theirs.some((another) => another !== action));
  });
}

/** The actions of the rules; what an AdminNetworkPolicy allows, a ClusterNetworkPolicy accepts. */
function actionsOf(spec: JsonObject, field: string): unknown[] {
  const actions = asList(spec[field]).map((rule) => asObject(rule)['action']);
  return [...new Set(actions.map((action) => (action === 'Allow' ? 'Accept' : action)))];
}

/** Whether two subjects may choose the same pod. */
function subjectsMeet(left: JsonObject, right: JsonObject): boolean {
  const [one, other] = [chosenBy(left), chosenBy(right)];
  return canMeet(one.namespaces, other.namespaces) && canMeet(one.pods, other.pods);
}

function chosenBy(subject: JsonObject): Readonly<Record<'namespaces' | 'pods', JsonObject>> {
  if (isObject(subject['namespaces'])) return { namespaces: subject['namespaces'], pods: {} };
  const { namespaceSelector, podSelector } = asObject(subject['pods']);
  return { namespaces: asObject(namespaceSelector), pods: asObject(podSelector) };
}

function policy(name: string, spec: string, kind = 'AdminNetworkPolicy'): string {
  return `apiVersion: policy.networking.k8s.io/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
spec:
  priority: 10
${spec}`;
}

function namespaces(labels: string, rest: string): string {
  return `  subject: {namespaces: {matchLabels: {${labels}}}}\n${rest}`;
}

function pods(labels: string, rest: string): string {
  return `  subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {${labels}}}}}\n${rest}`;
}

function both(left: string, right: string): string {
  return `${policy('one', left)}---\n${policy('two', right)}`;
}

const allow = '  ingress: [{action: Allow}]\n';
const deny = '  ingress: [{action: Deny}]\n';
const at = ['6:13', '15:13'];
const message = ['two', 'one'].map(
  (name) => `AdminNetworkPolicy ${name} has the same priority and acts otherwise on ingress`,
);
const inTier = (name: string, tier: string): string =>
  policy(name, namespaces('', `${deny}  tier: ${tier}\n`), 'ClusterNetworkPolicy');

export const examples: CheckExamples = {
  pass: [
    `${policy('one', namespaces('', allow))}---\n${policy('one', namespaces('', deny))}`,
    both(namespaces('', allow), namespaces('', allow)),
    both(namespaces('', allow), namespaces('', '  egress: [{action: Deny}]\n')),
    both(namespaces('team: sales', allow), namespaces('team: ops', deny)),
    both(pods('app: web', allow), pods('app: api', deny)),
    both(pods('app: web', allow), pods('app: web', deny).replace('{}', '{matchLabels: {a: b}}')).replace(
      'namespaceSelector: {}',
      'namespaceSelector: {matchLabels: {a: c}}',
    ),
    both(namespaces('', allow), namespaces('', deny).replace('subject', 'priority: 11\n  subject')).replace(
      'priority: 10\n  priority: 11',
      'priority: 11',
    ),
    `${policy('one', namespaces('', allow))}---\n${inTier('two', 'Baseline')}`,
    `${policy('one', namespaces('', deny))}---\n${inTier('two', 'Admin')}`,
    `${policy('one', namespaces('', allow))}---\n${inTier('two', 'Admin').replace('Deny', 'Accept')}`,
  ].map((yaml) => ({ yaml, complete: true })),
  fail: [
    { yaml: both(namespaces('', allow), namespaces('team: sales', deny)), at, message },
    { yaml: both(pods('app: web', allow), namespaces('', deny)), at, message },
    {
      yaml: both(namespaces('', allow), namespaces('', '  ingress: [{action: Allow}, {action: Deny}]\n')),
      at,
      message,
    },
    {
      yaml: both(namespaces('', '  ingress: [{action: Allow}, {action: Deny}]\n'), namespaces('', allow)),
      at,
      message,
    },
    {
      yaml: both(
        namespaces('', '  ingress: [{action: Pass}, {action: Deny}]\n'),
        namespaces('', '  ingress: [{action: Deny}, {action: Pass}]\n'),
      ),
      at,
      message,
    },
    {
      yaml: `${policy('one', namespaces('', allow))}---\n${inTier('one', 'Admin')}`,
      at,
      message: ['ClusterNetworkPolicy', 'AdminNetworkPolicy'].map(
        (kind) => `${kind} one has the same priority and acts otherwise on ingress`,
      ),
    },
  ],
  unknown: [
    { yaml: policy('one', namespaces('', allow)), missing: 'perhaps not every AdminNetworkPolicy is among the inputs' },
    { yaml: inTier('one', 'Admin'), missing: 'no AdminNetworkPolicy is among the inputs' },
    // An AdminNetworkPolicy is of another tier.
    { yaml: inTier('one', 'Baseline'), missing: 'perhaps not every ClusterNetworkPolicy is among the inputs' },
  ],
};
