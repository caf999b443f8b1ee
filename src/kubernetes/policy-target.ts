import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { any, known, no, or, type Truth, unknown, yes } from '../core/truth.ts';
import { isEmptySelector } from './label-index.ts';
import { selectsNamespace } from './namespace-selection.ts';
import { endpointSelectorSelects } from './network-policy-subject.ts';
import type { PodIndex } from './pod-index.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';

/** What a network policy is about: pods of its namespace or of the cluster, or nodes. */
export type PolicyTarget = { readonly path: Path; readonly selector: JsonObject } & (
  | { readonly is: 'pods' }
  /** Pods in the namespaces of a selector. */
  | { readonly is: 'pods-in-namespaces'; readonly namespaces: JsonObject }
  | { readonly is: 'endpoints' }
  | { readonly is: 'nodes' }
);

/** The targets of a NetworkPolicy, of the policies of Cilium, and of those of policy.networking.k8s.io. */
export function policyTargetsOf({ kind, content }: Resource): PolicyTarget[] {
  const spec = asObject(content['spec']);
  if (kind === 'networking.k8s.io/NetworkPolicy') {
    const path = ['spec', 'podSelector'];
    return isObject(spec['podSelector']) ? [{ is: 'pods', path, selector: spec['podSelector'] }] : [];
  }
  if (kind.startsWith('policy.networking.k8s.io/')) return subjectTargets(asObject(spec['subject']));
  const specs = [...asList(content['specs']).entries()].map(
    ([index, entry]) => [asObject(entry), ['specs', index]] as const,
  );
  return [[spec, ['spec']] as const, ...specs].flatMap(([one, path]) => ciliumTargets(one, path));
}

function subjectTargets({ namespaces, pods }: JsonObject): PolicyTarget[] {
  const path = ['spec', 'subject'];
  const targets: PolicyTarget[] = [];
  if (isObject(namespaces)) {
    targets.push({ is: 'pods-in-namespaces', path: [...path, 'namespaces'], selector: {}, namespaces });
  }
  if (isObject(pods)) {
    const selector = asObject(pods['podSelector']);
    targets.push({
      is: 'pods-in-namespaces',
      path: [...path, 'pods'],
      selector,
      namespaces: asObject(pods['namespaceSelector']),
    });
  }
  return targets;
}

function ciliumTargets({ endpointSelector, nodeSelector }: JsonObject, path: Path): PolicyTarget[] {
  const targets: PolicyTarget[] = [];
  if (isObject(endpointSelector)) {
    targets.push({ is: 'endpoints', path: [...path, 'endpointSelector'], selector: endpointSelector });
  }
  if (isObject(nodeSelector)) targets.push({ is: 'nodes', path: [...path, 'nodeSelector'], selector: nodeSelector });
  return targets;
}

/**
 * Whether a target holds anything that the inventory has; one that asks for nothing holds all that will ever be. `namespace`
 * is that of the policy; undefined for one of the cluster.
 */
export function targetHolds(
  target: PolicyTarget,
  namespace: string | undefined,
  pods: PodIndex,
  inventory: Inventory,
): Truth {
  if (target.is === 'nodes') return nodesMatch(target.selector, inventory);
  const isAll = isEmptySelector(target.selector);
  if (isAll && (target.is !== 'pods-in-namespaces' || isEmptySelector(target.namespaces))) return yes;
  switch (target.is) {
    case 'pods':
      return podsMatch(target.selector, namespace ?? '', pods);
    case 'endpoints':
      return endpointsMatch(target.selector, namespace, pods, inventory);
    default:
      return isAll
        ? any(pods.namespaces, (name) => selectsNamespace(target.namespaces, name, inventory))
        : podsMatchIn(target.selector, target.namespaces, pods, inventory);
  }
}

/** Whether a LabelSelector (meta/v1) selects a pod of a namespace. */
export function podsMatch(selector: unknown, namespace: string, pods: PodIndex): Truth {
  const { items, hidden } = pods.select(selector, namespace);
  return or(known(items.length > 0), hidden === undefined ? no : unknown(hidden));
}

/** Whether a LabelSelector (meta/v1) selects a pod in the namespaces that another one selects. */
export function podsMatchIn(selector: unknown, namespaces: unknown, pods: PodIndex, inventory: Inventory): Truth {
  const { items, hidden } = pods.selectEverywhere(selector);
  const names = new Set(items.map(({ namespace }) => namespace));
  const matching = any(names, (name) => selectsNamespace(namespaces, name, inventory));
  return or(matching, hidden === undefined ? no : unknown(hidden));
}

function nodesMatch(selector: JsonObject, inventory: Inventory): Truth {
  return any(inventory.ofKind('Node'), ({ content }) =>
    known(labelSelectorMatches(selector, textMap(asObject(content['metadata'])['labels']))),
  );
}

/** Labels that Cilium knows a pod by besides its own, and sources of labels other than Kubernetes. */
const OTHER_LABEL = /^(?:io\.kubernetes\.pod\.|io\.cilium\.|[a-z]+:)/;

function endpointsMatch(
  selector: JsonObject,
  namespace: string | undefined,
  pods: PodIndex,
  inventory: Inventory,
): Truth {
  const own = withoutSources(selector);
  const strange = keysOf(own).find((key) => key.includes(':'));
  if (strange !== undefined) return unknown(`whether a pod has the label ${strange} is not evaluated`);
  const plain = plainPart(own);
  const { items, hidden } = namespace === undefined ? pods.selectEverywhere(plain) : pods.select(plain, namespace);
  const matching = any(items, (workload) => {
    const name = workload.namespace;
    const found = inventory.find('Namespace', name);
    const labels = found.is === 'found' ? textMap(asObject(found.item.content['metadata'])['labels']) : undefined;
    return endpointSelectorSelects(own, { name, labels }, workload);
  });
  return or(matching, hidden === undefined ? no : unknown(hidden));
}

function keysOf(selector: JsonObject): string[] {
  const expressions = asList(selector['matchExpressions']).map((entry) => asString(asObject(entry)['key']) ?? '');
  return [...Object.keys(asObject(selector['matchLabels'])), ...expressions];
}

function withoutSource(key: string): string {
  return key.replace(/^(?:k8s|any):/, '');
}

/** The selector with its keys as the pods have them: `k8s:app` and `any:app` are `app`. */
function withoutSources(selector: JsonObject): JsonObject {
  const matchLabels = Object.fromEntries(
    [...textMap(selector['matchLabels'])].map(([key, value]) => [withoutSource(key), value]),
  );
  const matchExpressions = asList(selector['matchExpressions']).map((entry) => {
    const requirement = asObject(entry);
    return { ...requirement, key: withoutSource(asString(requirement['key']) ?? '') };
  });
  return { matchLabels, matchExpressions };
}

/** What a selector asks of the pods' own labels. */
function plainPart(selector: JsonObject): JsonObject {
  const pairs = [...textMap(selector['matchLabels'])].filter(([key]) => !OTHER_LABEL.test(key));
  const expressions = asList(selector['matchExpressions']).filter(
    (entry) => !OTHER_LABEL.test(asString(asObject(entry)['key']) ?? ''),
  );
  return { matchLabels: Object.fromEntries(pairs), matchExpressions: expressions };
}
